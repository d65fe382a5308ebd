import fc from "fast-check";
import { expect, test } from "vitest";
import { entryDocument } from "@/lib/entry/input";
import { mergeDocuments } from "@/lib/entry/merge";
import { tried } from "@/tests/support/properties";

const base = entryDocument.parse({
  kind: "postmortem",
  title: "Orders stood still",
  body: "one\ntwo\nthree\nfour\n",
  tags: ["dns", "linux"],
  wentWell: ["The alarm"],
  timeline: [
    { id: "a", at: { at: null, precision: "unknown", text: "early" }, text: "It began" },
    { id: "b", at: { at: null, precision: "unknown", text: "late" }, text: "It ended" },
  ],
});
type Mutable = typeof base & { kind: "postmortem" };
const changed = (change: (document: Mutable) => void) => {
  const copy = structuredClone(base) as Mutable;
  change(copy);
  return copy;
};
const event = (id: string, text: string) => ({ ...(base as Mutable).timeline[0], id, text }) as Mutable["timeline"][0];

test("changes in different fields and different lines are both kept", () => {
  const mine = changed((document) => {
    document.title = "Orders stood still for an hour";
    document.body = "one\ntwo\nthree\nfour, and more\n";
  });
  const theirs = changed((document) => {
    document.summary = "Short.";
    document.body = "one, first\ntwo\nthree\nfour\n";
  });
  const { document, conflicts } = mergeDocuments(mine, base, theirs);
  expect(conflicts).toEqual([]);
  expect(document).toEqual({ ...mine, summary: "Short.", body: "one, first\ntwo\nthree\nfour, and more\n" });
});

test("the same line changed in two ways is named, and nothing is made up", () => {
  const mine = changed((document) => {
    document.body = "one\nzwei\nthree\nfour\n";
  });
  const theirs = changed((document) => {
    document.body = "one\ndeux\nthree\nfour\n";
  });
  expect(mergeDocuments(mine, base, theirs)).toEqual({ document: mine, conflicts: ["body"] });
});

test("two who add to one list have both in it, and changes inside of different rows meet", () => {
  const mine = changed((document) => {
    document.timeline.push(event("c", "Mine"));
    (document.timeline[0] as { text: string }).text = "It began quietly";
  });
  const theirs = changed((document) => {
    document.timeline.push(event("d", "Theirs"));
    document.timeline.splice(1, 1);
    document.tags.push("bgp");
  });
  const { document, conflicts } = mergeDocuments(mine, base, theirs);
  expect(conflicts).toEqual([]);
  expect((document as Mutable).timeline.map(({ id, text }) => `${id} ${text}`)).toEqual([
    "a It began quietly",
    "d Theirs",
    "c Mine",
  ]);
  expect(document.tags).toEqual(["dns", "linux", "bgp"]);
});

test("a row that one took out and the other changed is told, and so is a time changed by both", () => {
  const mine = changed((document) => {
    document.timeline.splice(1, 1);
    document.times.started = { at: null, precision: "hour", bound: "exact", text: "ten" };
  });
  const theirs = changed((document) => {
    (document.timeline[1] as { text: string }).text = "It ended at last";
    document.times.started = { at: null, precision: "minute", bound: "exact", text: "ten" };
  });
  expect(mergeDocuments(mine, base, theirs).conflicts.sort()).toEqual(["timeline.b", "times.started"]);
});

test("whatever two do to lists and texts: one who did nothing changes nothing, and order loses none that both kept", () => {
  const keys = fc.shuffledSubarray(["dns", "linux", "bgp", "tls", "nfs", "etcd"]);
  const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 5 }).map((lines) => lines.join("\n"));
  const any = fc.record({ tags: keys, body: text });
  fc.assert(
    fc.property(any, any, any, (mine, began, theirs) => {
      expect(mergeDocuments(mine, began, began)).toEqual({ document: mine, conflicts: [] });
      expect(mergeDocuments(began, began, theirs)).toEqual({ document: theirs, conflicts: [] });
      const { tags } = mergeDocuments(mine, began, theirs).document;
      const wanted = mine.tags.filter((tag) => theirs.tags.includes(tag) || !began.tags.includes(tag));
      const theirsToo = theirs.tags.filter((tag) => !began.tags.includes(tag));
      expect([...tags].sort()).toEqual([...new Set([...wanted, ...theirsToo])].sort());
    }),
    tried("merging of documents", 500),
  );
});
