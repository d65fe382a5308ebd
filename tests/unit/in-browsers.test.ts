import { expect, test } from "vitest";
import { importsOf, sources } from "@/tests/support/sources";

const byPath = new Map(sources.map((file) => [file.path.replace(/\.(ts|tsx)$/, ""), file]));
const begins = sources.filter(({ path, text }) => /^(app|components)\//.test(path) && /^"use client"/.test(text));

/** Everything that comes along to a browser with this file, and by which way. */
function comesAlong(path: string, way: readonly string[] = [], seen = new Map<string, string[]>()) {
  const file = byPath.get(path);
  if (!file || /^"use server"/m.test(file.text)) return seen;
  for (const { from, typeOnly } of importsOf(file)) {
    if (typeOnly || seen.has(from)) continue;
    seen.set(from, [...way, path]);
    comesAlong(from, [...way, path], seen);
  }
  return seen;
}

/** Large, or evaluating code to find out whether it may, which the policy of our pages refuses. */
const heavy =
  /^(zod|luxon|node-diff3|shiki|yaml|diff|csv-parse|d3-\w+|react-markdown|rehype-.*|remark-.*|mdast-.*)(\/|$)/;

/** Loaded when they are wanted, or the whole of what their page is for. */
const mayCarry: Record<string, RegExp> = {};

test("nothing that a server needs to read inputs or to draw travels to phones", () => {
  expect(begins.length).toBeGreaterThan(50);
  const carried = begins.flatMap(({ path }) => {
    const plain = path.replace(/\.(ts|tsx)$/, "");
    return [...comesAlong(plain)]
      .filter(([from]) => heavy.test(from) && !mayCarry[path]?.test(from))
      .map(([from, way]) => `${from} by ${[...way].join(" > ")}`);
  });
  expect(carried).toEqual([]);
});
