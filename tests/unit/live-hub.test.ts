import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { channelOf } from "@/lib/live/channel";
import { pollDriver } from "@/lib/live/drivers/poll";
import { applyFrame, type Frame, type Snapshot } from "@/lib/live/feed";
import { type Board, viewFor } from "@/lib/live/hub/board";
import { Hub } from "@/lib/live/hub/hub";
import { boards, visible } from "@/tests/support/boards";
import { tried } from "@/tests/support/properties";

const now = new Date("2027-03-04T14:00:00Z");
const audiences = ["hall", "crew"] as const;
type Audience = (typeof audiences)[number];

// between any two looks there is time for a tick
let clock = 0;
beforeAll(() => void vi.spyOn(performance, "now").mockImplementation(() => (clock += 1_000)));
afterAll(() => void vi.restoreAllMocks());

/** A hub that reads a day and skips what lies between its ticks: what it publishes and shows. */
async function published(made: Board[], looks: boolean[]) {
  const channels: Record<string, Frame[]> = {};
  const shown: Record<Audience, Snapshot[]> = { hall: [], crew: [] };
  let at = 0;
  const driver = {
    ...pollDriver(),
    publish(channel: string, _: string, data: string) {
      channels[channel] = [...(channels[channel] ?? []), JSON.parse(data)];
    },
  };
  // cards are left out when a tick finds that only votes came, as the database does it
  const read = async (_: string, since: number | null) => {
    const board = made[at] as Board;
    const old = since === null ? null : made[since - 1];
    const isSame = old !== null && JSON.stringify(old?.cards) === JSON.stringify(board.cards);
    return { ...board, cards: isSame ? null : board.cards };
  };
  const hub = new Hub({ eventId: "e", driver, read, now: () => now });
  for (; at < made.length; at++) {
    if (at > 0 && looks[at % looks.length] === false) continue;
    for (const audience of audiences) {
      const view = await hub.view(audience, at + 1);
      if (view) shown[audience].push(view.snapshot);
    }
  }
  hub.close();
  const framesFor = (audience: Audience) => channels[channelOf("e", audience)] ?? [];
  return { frames: { hall: framesFor("hall"), crew: framesFor("crew") }, shown };
}

const texts = fc.constantFrom("", "short", "x".repeat(6_000));
const day = boards(texts).chain((made) =>
  fc.record({
    made: fc.constant(made),
    who: fc.constantFrom(...audiences),
    looks: fc.array(fc.boolean(), { minLength: 3, maxLength: 5 }),
    otherLooks: fc.array(fc.boolean(), { minLength: 3, maxLength: 5 }),
    start: fc.nat(100),
    picks: fc.array(fc.nat(40), { maxLength: 40, size: "max" }),
    fetchAt: fc.nat(40),
    fetched: fc.nat(100),
  }),
);

test("any loss, doubling and reordering of what the hubs of two processes send, and one snapshot, end at the board", async () => {
  const seen = { changes: 0, stale: 0 };
  await fc.assert(
    fc.asyncProperty(day, async ({ made, who, looks, otherLooks, start, picks, fetchAt, fetched }) => {
      const [one, other] = [await published(made, looks), await published(made, otherLooks)];
      const frames = [...one.frames[who], ...other.frames[who]];
      for (const frame of frames) seen["stale" in frame ? "stale" : "changes"] += 1;
      const at = (seq: number) => viewFor(who, made[seq - 1] as Board, now);
      // a page, or what either process answers
      const pages = made.map(({ seq }) => at(seq));
      const offered = [...pages, ...one.shown[who], ...other.shown[who]];
      let phone = offered[start % offered.length] as Snapshot;
      const fetch = (snapshot: Snapshot) => {
        if (snapshot.seq >= phone.seq) phone = snapshot;
      };
      for (const [step, pick] of picks.entries()) {
        if (step === fetchAt) fetch(offered[fetched % offered.length] as Snapshot);
        const frame = frames[pick % Math.max(1, frames.length)];
        const next = frame ? applyFrame(phone, frame) : phone;
        if (next !== "gap") phone = next;
        expect(visible(phone)).toEqual(visible(at(phone.seq)));
      }
      fetch(at(made.length));
      expect(visible(phone)).toEqual(visible(at(made.length)));
    }),
    tried("frames of two hubs", 500),
  );
  // else the property said nothing about them
  expect(seen.changes).toBeGreaterThan(500);
  expect(seen.stale).toBeGreaterThan(50);
}, 60_000);

test("a phone that hears everything one hub sends, and asks again when told to, always shows what the hub shows", async () => {
  await fc.assert(
    fc.asyncProperty(day, async ({ made, who, looks }) => {
      const { frames, shown } = await published(made, looks);
      let phone = shown[who][0] as Snapshot;
      for (const frame of frames[who]) {
        const next = applyFrame(phone, frame);
        phone = next === "gap" ? (shown[who].find(({ seq }) => seq >= frame.seq) as Snapshot) : next;
        expect(visible(phone)).toEqual(visible(shown[who].find(({ seq }) => seq >= frame.seq) as Snapshot));
      }
      expect(visible(phone)).toEqual(visible(shown[who].at(-1) as Snapshot));
    }),
    tried("frames of one hub", 300),
  );
}, 60_000);

test("while tallies are hidden nothing that a hub shows or sends the hall holds one", async () => {
  await fc.assert(
    fc.asyncProperty(day, async ({ made, looks }) => {
      const { frames, shown } = await published(
        made.map((board) => ({ ...board, open: false })),
        looks,
      );
      expect(JSON.stringify([frames.hall, shown.hall])).not.toMatch(/"tallies":\{/);
      expect(JSON.stringify(shown.crew)).toMatch(/"tallies":\{/);
    }),
    tried("hidden tallies", 100),
  );
}, 60_000);
