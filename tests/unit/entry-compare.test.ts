import { expect, test } from "vitest";
import { compareDocuments } from "@/lib/entry/compare";

const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `line ${from + at}\n`).join("");

test("places that differ are named, things of a list by what they go by, and the rest is silent", () => {
  const before = { title: "A", tags: ["dns"], body: "x", timeline: [{ id: "e1", text: "It began" }], empty: [] };
  const after = { title: "A", tags: ["dns", "bgp"], body: "x", timeline: [{ id: "e1", text: "It ended" }], more: null };
  expect(compareDocuments(before, after).map(({ place }) => place)).toEqual(["tags", "timeline.e1.text"]);
  expect(compareDocuments(before, before)).toEqual([]);
});

test("of a line that changed the words are shown, and far lines that stayed are left out", () => {
  const before = { body: `${lines(0, 40)}one red word\n${lines(40, 80)}` };
  const after = { body: `${lines(0, 40)}one blue word\n${lines(40, 80)}` };
  const [change] = compareDocuments(before, after);
  expect(change?.pieces).toEqual([
    { kind: "skipped", lines: 37 },
    { kind: "same", text: lines(37, 40) },
    { kind: "same", text: "one " },
    { kind: "gone", text: "red" },
    { kind: "new", text: "blue" },
    { kind: "same", text: " word\n" },
    { kind: "same", text: lines(40, 43) },
    { kind: "skipped", lines: 37 },
  ]);
});

test("what one of them does not have is new or gone as a whole", () => {
  expect(compareDocuments({}, { title: "A" })).toEqual([{ place: "title", pieces: [{ kind: "new", text: "A" }] }]);
  expect(compareDocuments({ risk: "changes" }, { risk: null })).toEqual([
    { place: "risk", pieces: [{ kind: "gone", text: "changes" }] },
  ]);
});

test("two long texts that have nothing in common are compared within a moment", () => {
  const text = (word: string) => Array.from({ length: 40_000 }, (_, at) => `${word} ${at * 7919}`).join("\n");
  const begun = performance.now();
  expect(compareDocuments({ body: text("a") }, { body: text("b") })[0]?.pieces.length).toBeGreaterThan(0);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
