import fc from "fast-check";
import { expect, test } from "vitest";
import { applyFrame, type Change, type Frame, type Snapshot } from "@/lib/live/feed";
import { type Board, viewFor } from "@/lib/live/hub/board";
import { diff } from "@/lib/live/hub/diff";
import { boards as anyBoards, visible } from "@/tests/support/boards";
import { tried } from "@/tests/support/properties";

const boards = anyBoards();

const now = new Date("2027-03-04T14:00:00Z");

/** What a hub would publish on the way: nothing where an audience sees no change. */
function published(snapshots: Snapshot[]) {
  const frames: Change[] = [];
  let shown = snapshots[0]?.seq ?? 0;
  for (const [n, next] of snapshots.entries()) {
    const old = snapshots[n - 1];
    const frame = old && diff(old, next, shown);
    if (!frame) continue;
    frames.push(frame);
    shown = frame.seq;
  }
  return frames;
}

const audience = fc.constantFrom("hall" as const, "crew" as const);

test("frames that all arrive in order give the same board as the last snapshot", () => {
  fc.assert(
    fc.property(boards, audience, (made, who) => {
      const snapshots = made.map((board) => viewFor(who, board, now));
      let phone = snapshots[0] as Snapshot;
      for (const frame of published(snapshots)) {
        const next = applyFrame(phone, frame);
        expect(next).not.toBe("gap");
        phone = next as Snapshot;
      }
      expect(visible(phone)).toEqual(visible(snapshots.at(-1) as Snapshot));
    }),
    tried("frames in order", 1_000),
  );
}, 60_000);

test("any loss, duplication and reordering of frames, and one snapshot at any time, never give a wrong board", () => {
  const scrambled = boards.chain((made) =>
    fc.record({
      made: fc.constant(made),
      who: audience,
      start: fc.nat(made.length - 1),
      picks: fc.array(fc.nat(20), { maxLength: 30 }),
      fetchAt: fc.nat(30),
      fetched: fc.nat(made.length - 1),
      large: fc.nat(12),
    }),
  );
  fc.assert(
    fc.property(scrambled, ({ made, who, start, picks, fetchAt, fetched, large }) => {
      const snapshots = made.map((board) => viewFor(who, board, now));
      const at = (seq: number) => visible(snapshots[seq - 1] as Snapshot);
      // some were too large to be sent
      const frames: Frame[] = published(snapshots).map((frame, n) =>
        n === large ? { seq: frame.seq, stale: true } : frame,
      );
      let phone = snapshots[start] as Snapshot;
      const fetch = (snapshot: Snapshot) => {
        if (snapshot.seq >= phone.seq) phone = snapshot;
      };
      for (const [step, pick] of picks.entries()) {
        if (step === fetchAt) fetch(snapshots[fetched] as Snapshot);
        const frame = frames[pick % Math.max(1, frames.length)];
        const next = frame ? applyFrame(phone, frame) : phone;
        if (next !== "gap") phone = next;
        expect(visible(phone)).toEqual(at(phone.seq));
      }
      fetch(snapshots.at(-1) as Snapshot);
      expect(visible(phone)).toEqual(at(made.length));
    }),
    tried("frames in any order", 2_000),
  );
}, 60_000);

test("a stale frame and a missed one ask for a snapshot, an old one changes nothing", () => {
  const board = fc.sample(boards, { numRuns: 1, seed: 1 })[0]?.[0] as Board;
  const phone = viewFor("crew", { ...board, seq: 5 }, now);
  const time = now.toISOString();
  expect(applyFrame(phone, { seq: 6, stale: true })).toBe("gap");
  expect(applyFrame(phone, { seq: 7, prev: 6, now: time })).toBe("gap");
  expect(applyFrame(phone, { seq: 5, prev: 4, now: time, gone: ["a"] })).toBe(phone);
});

test("hidden tallies are in nothing that the hall gets", () => {
  fc.assert(
    fc.property(boards, (made) => {
      const snapshots = made.map((board) => viewFor("hall", { ...board, open: false }, now));
      const sent = JSON.stringify([snapshots, published(snapshots)]);
      expect(sent).not.toMatch(/"tallies":\{/);
    }),
  );
});
