import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeNotes } from "@/lib/note/rules";

test("lines written in different places merge", () => {
  expect(mergeNotes("Mine\nb\nc", "a\nb\nc", "a\nb\nTheirs")).toBe("Mine\nb\nTheirs");
});

test("when both write the same line, both stay", () => {
  expect(mergeNotes("a\nmine", "a\nold", "a\ntheirs")).toBe("a\ntheirs\nmine");
});

test("the same words written twice stand once", () => {
  expect(mergeNotes("a\nsame", "a", "a\nsame")).toBe("a\nsame");
});

test("no line that one of two writers added is ever lost", () => {
  const lines = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 6 });
  fc.assert(
    fc.property(lines, lines, lines, (base, mine, theirs) => {
      const [m, t] = [mine.map((line) => `m-${line}`), theirs.map((line) => `t-${line}`)];
      const merged = mergeNotes([...base, ...m].join("\n"), base.join("\n"), [...t, ...base].join("\n")).split("\n");
      for (const line of [...m, ...t]) expect(merged).toContain(line);
    }),
    { numRuns: 1000 },
  );
});
