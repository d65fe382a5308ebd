import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterAll, expect, test, vi } from "vitest";
import { dotsOn } from "@/components/live/state";
import { Store } from "@/components/live/store";
import type { Ballot, Snapshot, TopicCard } from "@/lib/live/feed";
import { diff } from "@/lib/live/hub/diff";
import { tried } from "@/tests/support/properties";

afterAll(() => void vi.unstubAllGlobals());

const budget = 5;
const card = (id: string, merged: string[] = []): TopicCard => ({
  id,
  title: id,
  pitch: "",
  convener: null,
  sought: true,
  merged,
  pitchedAt: "2027-03-04T14:00:00.000Z",
  place: null,
});

/** What the server does with one member's dots: absolute values, a budget, topics that become one. */
class Server {
  seq = 1;
  topics = [card("a"), card("b"), card("c")];
  dots: Record<string, number> = {};

  take(path: string, init: RequestInit) {
    if (path.endsWith("/me")) return { status: 200, body: this.ballot() };
    const { topicId, dots } = JSON.parse(String(init.body));
    const others = Object.entries(this.dots).reduce((sum, [id, given]) => sum + (id === topicId ? 0 : given), 0);
    const left = budget - others - (this.dots[topicId] ?? 0);
    if (!this.topics.some(({ id }) => id === topicId)) return { status: 404, body: { reason: "not-found" } };
    if (others + dots > budget) return { status: 409, body: { reason: "out-of-dots", left } };
    this.put(topicId, dots);
    return { status: 200, body: { left: budget - others - dots } };
  }

  /** First b, then c goes into a with its dots, as far as they fit. */
  merge() {
    const from = this.topics[1]?.id;
    if (from === undefined) return;
    this.seq += 1;
    const merged = [...(this.topics[0]?.merged ?? []), from];
    this.topics = [card("a", merged), ...this.topics.slice(2)];
    this.put("a", Math.min(3, (this.dots.a ?? 0) + (this.dots[from] ?? 0)));
    this.put(from, 0);
  }

  snapshot(): Snapshot {
    const rules = { dotsPerMember: budget, dotsPerTopic: 3, mayDotOwnTopic: true };
    return {
      seq: this.seq,
      now: "2027-03-04T14:00:00.000Z",
      event: { id: "e", slug: "day", name: "Day", zone: "UTC", phase: "voting", phaseEndsAt: null, ...rules },
      rooms: [],
      slots: [],
      topics: this.topics,
      tallies: null,
      queue: { speaking: null, waiting: [] },
    };
  }

  ballot(): Ballot {
    const member = { name: "Ann", nameIsMadeUp: false, role: "participant" as const, mark: "ann" };
    return { member, dots: { ...this.dots }, mine: [], barred: null };
  }

  private put(topicId: string, dots: number) {
    const { [topicId]: _, ...rest } = this.dots;
    this.dots = dots > 0 ? { ...rest, [topicId]: dots } : rest;
  }
}

type Loss = "none" | "going" | "coming";
const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant("cast" as const),
      topicId: fc.constantFrom("a", "b", "c"),
      dots: fc.nat(3),
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("merge" as const), lost: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("wake" as const) }) },
);

test("whatever overtakes whatever, the phone ends with the dots that the server has, and nothing waits", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(action, { minLength: 2, maxLength: 10 }),
      fc.array(fc.constantFrom<Loss>("none", "none", "going", "coming"), { maxLength: 6 }),
      async (s, actions, losses) => {
        const [server, lossesLeft] = [new Server(), [...losses]];
        let flying = 0;
        vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
          const loss = lossesLeft.shift() ?? "none";
          flying += 1;
          try {
            await s.schedule(Promise.resolve(), `to the server: ${path} ${init.body ?? ""}`);
            if (loss === "going") throw new TypeError("lost");
            const { status, body } = server.take(path, init);
            await s.schedule(Promise.resolve(), `from the server: ${status} ${JSON.stringify(body)}`);
            if (loss === "coming") throw new TypeError("lost");
            return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
          } finally {
            flying -= 1;
          }
        });
        const store = new Store(
          { slug: "day", eventId: "e", wallKey: null, hall: false },
          server.snapshot(),
          server.ballot(),
        );
        const happen = (next: (typeof actions)[number]) => {
          if (next.what === "cast") return store.outbox.cast(next.topicId, next.dots);
          if (next.what === "wake") return void store.outbox.send();
          const before = server.snapshot();
          server.merge();
          const frame = diff(before, server.snapshot(), before.seq);
          if (frame && !next.lost) void s.schedule(Promise.resolve(), "a frame").then(() => store.receive(frame));
        };
        s.scheduleSequence(actions.map((next) => ({ label: JSON.stringify(next), builder: async () => happen(next) })));
        await settled(s, store, () => flying);
        // a phone that missed a frame fetches the board
        store.show(server.snapshot());
        await settled(s, store, () => flying);
        // the network is back for good
        lossesLeft.length = 0;
        void store.outbox.send();
        await settled(s, store, () => flying);
        expect(store.state.pending).toEqual({});
        expect(given(store.state.ballot.dots), String(s)).toEqual(server.dots);
        for (const { id } of server.topics) expect(dotsOn(store.state, id)).toBe(server.dots[id] ?? 0);
      },
    ),
    tried("a phone's interleavings", 300),
  );
}, 120_000);

const given = (dots: Record<string, number>) =>
  Object.fromEntries(Object.entries(dots).filter(([, count]) => count > 0));

/** Until nothing is under way any more; what waits for the network is told that it is back. */
async function settled(s: fc.Scheduler, store: Store, flying: () => number) {
  for (let quiet = 0; quiet < 3; ) {
    await new Promise((done) => setTimeout(done, 1));
    if (s.count() > 0) await s.waitOne();
    else if (Object.keys(store.state.pending).length > 0) void store.outbox.send();
    quiet = s.count() > 0 || flying() > 0 || Object.keys(store.state.pending).length > 0 ? 0 : quiet + 1;
  }
}
