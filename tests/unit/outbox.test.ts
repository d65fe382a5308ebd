import "fake-indexeddb/auto";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import type { Entry, Fate, Kind, No, Values } from "@/components/outbox/entry";
import { newKey } from "@/components/outbox/entry";
import { judged, type Verdict } from "@/components/outbox/post";
import { type Desk, Sender } from "@/components/outbox/sender";
import { Shelf } from "@/components/outbox/shelf";

const slug = "day";
const draft = (kind: Kind, about: string, values: Values, mark: string | null = "ann", eventId = "e") => ({
  eventId,
  slug,
  mark,
  kind,
  about,
  values,
});

let shelf: Shelf;
let count = 0;
beforeEach(() => {
  count += 1;
  shelf = new Shelf(`test-${count}`);
});

const of = async (eventId = "e") => (await shelf.of(eventId)).map(({ kind, values }) => [kind, values]);
const lifted = async ({ seq }: Entry) => (await shelf.lift(seq)) as Entry;

/** A desk at which everything works, but for what a test says. */
function aDesk(over: Partial<Desk> = {}) {
  const told: [string, Fate["is"]][] = [];
  const desk: Desk = {
    shelf,
    eventId: "e",
    mark: () => "ann",
    join: async () => ({ is: "silence" }),
    meet: async () => {},
    post: async () => ({ is: "done", value: null }),
    tell: ({ about }, fate) => void told.push([about, fate.is]),
    ...over,
  };
  return { sender: new Sender(desk), told };
}

test("keys are uuids, without the help that plain http does not have", () => {
  expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newKey()).not.toBe(newKey());
});

test("a newer star takes the place of one that was not sent; of one that may have been, never", async () => {
  const first = await shelf.put(draft("star", "t1", { starred: "true" }));
  const second = await shelf.put(draft("star", "t1", { starred: "false" }));
  expect([second.id, second.seq]).toEqual([first.id, first.seq]);
  expect(await lifted(second)).toMatchObject({ tried: true, values: { starred: "false" } });
  const third = await shelf.put(draft("star", "t1", { starred: "true" }));
  expect(third.id).not.toBe(first.id);
  expect(await of()).toEqual([
    ["star", { starred: "false" }],
    ["star", { starred: "true" }],
  ]);
});

test("two pitches are two pitches, and what came back goes when the same is done anew", async () => {
  for (const title of ["One", "Two"]) await shelf.put(draft("pitch", title, { title }));
  const edit = await shelf.put(draft("edit", "t1", { title: "x" }));
  await shelf.refuse(edit.seq, { reason: "invalid-input", fields: {}, about: {} });
  await shelf.put(draft("edit", "t1", { title: "Longer" }));
  expect(await of()).toEqual([
    ["pitch", { title: "One" }],
    ["pitch", { title: "Two" }],
    ["edit", { title: "Longer" }],
  ]);
});

test("two events and two people never mix", async () => {
  await shelf.put(draft("star", "t1", { starred: "true" }, "ann", "e"));
  await shelf.put(draft("star", "t1", { starred: "false" }, "bob", "e"));
  await shelf.put(draft("star", "t1", { starred: "false" }, "ann", "other"));
  const sent: Entry[] = [];
  const { sender } = aDesk({ post: async (entry) => ({ is: "done", value: sent.push(entry) }) });
  expect(await sender.drain()).toBeNull();
  expect(sent.map(({ mark, eventId }) => [mark, eventId])).toEqual([["ann", "e"]]);
  expect((await shelf.of("e")).map(({ mark }) => mark)).toEqual(["bob"]);
  expect(await shelf.count()).toBe(2);
  await shelf.forget("e");
  expect([await shelf.count(), (await of("other")).length]).toEqual([1, 1]);
  await shelf.forget();
  expect(await shelf.count()).toBe(0);
});

test("a visitor joins first, then all that they did is sent as theirs", async () => {
  for (const title of ["One", "Two"]) await shelf.put(draft("pitch", title, { title }, null));
  let mark: string | null = null;
  let joins = 0;
  const sent: (string | null)[] = [];
  const { sender } = aDesk({
    mark: () => mark,
    join: async () => {
      joins += 1;
      mark = "new";
      return { is: "joined" };
    },
    post: async (entry) => ({ is: "done", value: sent.push(entry.mark) }),
  });
  expect(await sender.drain()).toBeNull();
  expect([joins, sent]).toEqual([1, ["new", "new"]]);
});

test("a visitor who may not join gets it back with the reason", async () => {
  await shelf.put(draft("pitch", "p", { title: "One" }, null));
  const no: No = { reason: "not-joined", fields: {}, about: {} };
  const { sender, told } = aDesk({ mark: () => null, join: async () => ({ is: "refused", no }) });
  expect(await sender.drain()).toBeNull();
  expect(told).toEqual([["p", "refused"]]);
  expect((await shelf.of("e"))[0]).toMatchObject({ no, values: { title: "One" } });
});

test("a matter that the server cannot take just now holds back itself, a busy server everything", async () => {
  for (const about of ["t1", "t1", "t2"]) await shelf.put(draft("pitch", about, { title: about }));
  const later =
    (about: string, forAll: boolean) =>
    async (entry: Entry): Promise<Verdict> =>
      entry.about === about ? { is: "later", afterMs: 7_000, forAll } : { is: "done", value: null };
  expect(await aDesk({ post: later("t1", true) }).sender.drain()).toBe(7_000);
  expect((await of()).length).toBe(3);
  expect(await aDesk({ post: later("t1", false) }).sender.drain()).toBe(7_000);
  expect((await shelf.of("e")).map(({ about }) => about)).toEqual(["t1", "t1"]);
});

test("being removed takes all of the event along", async () => {
  for (const about of ["t1", "t2"]) await shelf.put(draft("star", about, {}));
  const { sender, told } = aDesk({ post: async () => ({ is: "gone" }) });
  expect(await sender.drain()).toBeNull();
  expect([await shelf.count(), told]).toEqual([0, [["t1", "refused"]]]);
});

test("somebody else is signed in by now: asks who, sends nothing, keeps it", async () => {
  await shelf.put(draft("star", "t1", {}));
  let met = 0;
  const { sender } = aDesk({
    post: async () => ({ is: "somebody-else" }),
    meet: async () => {
      met += 1;
    },
  });
  expect(await sender.drain()).toBe(0);
  expect([met, (await of()).length]).toEqual([1, 1]);
});

test("notes typed while older ones were under way go on from what now stands", async () => {
  const sent = await shelf.put(draft("note", "t1", { body: "one\n", baseRev: "0" }));
  await lifted(sent);
  await shelf.put(draft("note", "t1", { body: "one\ntwo\n", baseRev: "0" }));
  await shelf.settle(sent, { body: "zero\none\n", rev: 5, merged: true });
  expect(await of()).toEqual([["note", { body: "zero\none\ntwo\n", baseRev: "5" }]]);
});

test("what no session can send any more is thrown away", async () => {
  await shelf.put(draft("pitch", "p", { title: "Old" }));
  await shelf.forgetOld(Date.now() + 7 * 24 * 60 * 60_000);
  expect((await of()).length).toBe(1);
  await shelf.forgetOld(Date.now() + 9 * 24 * 60 * 60_000);
  expect((await of()).length).toBe(0);
});

test("a shelf that another tab threw away as a whole is there again, and empty", async () => {
  await shelf.put(draft("pitch", "p", { title: "One" }));
  await new Promise((done) => {
    indexedDB.deleteDatabase(`test-${count}`).onsuccess = done;
  });
  expect(await shelf.count()).toBe(0);
  await shelf.put(draft("pitch", "p", { title: "Two" }));
  expect(await shelf.count()).toBe(1);
});

test("one holder has the lease, until it ends or is given back", async () => {
  const soon = Date.now() + 10_000;
  expect(await shelf.lease("x", "a", soon)).toBe(true);
  expect([await shelf.lease("x", "b", soon), await shelf.lease("x", "a", soon)]).toEqual([false, true]);
  await shelf.lease("x", "a", 0);
  expect(await shelf.lease("x", "b", soon)).toBe(true);
});

test("an answer is ours only with our words in it", () => {
  const headers = new Headers({ "retry-after": "3" });
  const at = (status: number, said: object | null) => judged({ status, headers }, said);
  expect(at(200, { value: null })).toEqual({ is: "done", value: null });
  expect([at(200, null), at(200, {}), at(404, null)]).toEqual([
    { is: "silence" },
    { is: "silence" },
    { is: "silence" },
  ]);
  expect(at(429, null)).toEqual({ is: "later", afterMs: 3_000, forAll: true });
  expect(at(503, null)).toEqual({ is: "later", afterMs: 3_000, forAll: false });
  expect(at(409, { reason: "pitching-closed", about: { phase: "placing" } })).toEqual({
    is: "refused",
    no: { reason: "pitching-closed", fields: {}, about: { phase: "placing" } },
  });
  expect([at(404, { reason: "not-found" }), at(401, { reason: "not-joined" })]).toEqual([
    { is: "gone" },
    { is: "gone" },
  ]);
  expect(at(403, { reason: "another-person" })).toEqual({ is: "somebody-else" });
  expect(at(401, { reason: "not-signed-in" })).toEqual({ is: "somebody-else" });
  expect(at(422, { reason: "key-reused" })).toMatchObject({ is: "refused", no: { reason: "broken" } });
});

type Deed = { kind: Kind; about: string; word: string };
const deed = fc.record({
  kind: fc.constantFrom<Kind>("pitch", "edit", "star"),
  about: fc.constantFrom("t1", "t2"),
  word: fc.constantFrom("a", "b", "c", "no"),
});

/** A server as the endpoint is: once per key, whatever the network does with requests and answers. */
function aServer() {
  const receipts = new Map<string, { words: string; verdict: Verdict }>();
  const effects: Entry[] = [];
  const take = (entry: Entry): Verdict => {
    const words = JSON.stringify([entry.kind, entry.values]);
    const known = receipts.get(entry.id);
    if (known && known.words !== words) throw new Error("the same key with other words");
    if (known) return known.verdict;
    const no: No = { reason: "closed", fields: {}, about: {} };
    const verdict: Verdict = entry.values.word === "no" ? { is: "refused", no } : { is: "done", value: null };
    if (verdict.is === "done") effects.push(entry);
    receipts.set(entry.id, { words, verdict });
    return verdict;
  };
  return { take, effects };
}

test("whatever is lost, doubled or late, and with two tabs and no lock: each thing happens once, in order, and no word is lost", async () => {
  const losses = fc.array(fc.constantFrom("fine", "request", "answer", "double", "fine"), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 8 }), losses, fc.scheduler(), async (deeds, lost, s) => {
      count += 1;
      shelf = new Shelf(`run-${count}`);
      const { take, effects } = aServer();
      let step = 0;
      const post = async (entry: Entry): Promise<Verdict> => {
        const fault = lost[step++] ?? "fine";
        await s.schedule(Promise.resolve(), "request");
        if (fault === "request") return { is: "silence" };
        if (fault === "double") void s.schedule(Promise.resolve(), "copy").then(() => take(entry));
        const verdict = take(entry);
        await s.schedule(Promise.resolve(), "answer");
        return fault === "answer" ? { is: "silence" } : verdict;
      };
      const tabs = [aDesk({ post }).sender, aDesk({ post }).sender];
      const put: Entry[] = [];
      const work = async () => {
        for (const [at, { kind, about, word }] of deeds.entries()) {
          await s.schedule(Promise.resolve(), "tap");
          put.push(await shelf.put(draft(kind, about, { word, at: String(at) })));
        }
      };
      const drains = async (tab: Sender) => {
        for (let round = 0; round < 4; round += 1) {
          await s.schedule(Promise.resolve(), "wake");
          await tab.drain();
        }
      };
      await s.waitFor(Promise.all([work(), ...tabs.map(drains)]));
      lost.length = 0;
      await s.waitFor(tabs[0]?.drain() ?? Promise.resolve(null));

      const left = await shelf.of("e");
      expect(left.filter(({ no }) => no === null)).toEqual([]);
      expect(new Set(effects.map(({ id }) => id)).size).toBe(effects.length);
      // every pitch hangs once, or came back
      const pitches = deeds.flatMap((one, at) => (one.kind === "pitch" ? [String(at)] : []));
      const ended = [...effects, ...left].filter(({ kind }) => kind === "pitch").map(({ values }) => String(values.at));
      expect(ended.sort()).toEqual(pitches.sort());
      // of everything else the last word stands, or came back
      for (const kind of ["edit", "star"] as const) {
        for (const about of ["t1", "t2"]) {
          const at = deeds.findLastIndex((one: Deed) => one.kind === kind && one.about === about);
          const same = (entry: Entry) => entry.kind === kind && entry.about === about;
          const last = effects.filter(same).at(-1)?.values.at;
          const back = left.filter(same).at(-1)?.values.at;
          if (at >= 0) expect(deeds[at]?.word === "no" ? back : last).toBe(String(at));
        }
      }
      // in the order in which they were done
      for (const about of ["t1", "t2"]) {
        const order = effects.filter((entry) => entry.about === about).map(({ seq }) => seq);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);
