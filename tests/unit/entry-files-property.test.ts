import fc from "fast-check";
import { expect, test } from "vitest";
import { type EntryDocument, entryDocument } from "@/lib/entry/input";
import { readFile } from "@/lib/interop/entry/read-file";
import { canonical, writeFile } from "@/lib/interop/entry/write-file";

const said = fc
  .oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "---",
      "- a: b",
      "null",
      "2020-01-01",
      "~",
      "a\r\nb\r\n",
      " \n\n",
      "\u0085\u2028",
      "| x\n y",
      "#",
      "{{a}}",
    ),
  )
  .map((text) => text.replaceAll("\0", ""));
const line = said.map((text) => text.trim() || "t");
const list = fc.array(said, { maxLength: 3 });
const time = fc.record({
  at: fc.constantFrom(null, "2024-02-29T10:00:00Z", "2024-02-29T10:00:00.123+05:45"),
  precision: fc.constantFrom("second", "minute", "unknown"),
  text: said,
});
const common = {
  title: line,
  summary: said,
  body: said,
  tags: fc.constantFrom([], ["c++", "no"], ["1.5", "on"]),
  services: list,
  licence: said,
  provenance: fc.option(fc.record({ url: said, path: said, sha256: said })),
  original: fc.option(fc.record({ frontMatter: said, dialect: said })),
};
const postmortem = fc.record({
  kind: fc.constant("postmortem"),
  ...common,
  times: fc.record({ started: time, detected: time }, { requiredKeys: [] }),
  timeline: fc.array(fc.record({ id: fc.constantFrom("a", "1", "true"), at: time, text: said }), { maxLength: 3 }),
  wentWell: list,
  impactNumbers: fc.array(
    fc.record({ name: said, value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0) }),
  ),
});
const recipe = fc.record({
  kind: fc.constant("recipe"),
  ...common,
  rollback: said,
  files: fc.array(fc.record({ path: fc.constantFrom("a/b.sh", "no"), content: said }), { maxLength: 3 }),
  deprecated: fc.option(fc.record({ because: said })),
});
const anything = fc.oneof(postmortem, recipe).map((one) => entryDocument.parse(one));
const reading = (text: string): EntryDocument => {
  const read = readFile({ path: "any.md", bytes: new TextEncoder().encode(text) });
  if ("unread" in read) throw new Error(read.unread);
  return read.document;
};

test("every document that is written out is the same when it comes in, and goes out the same again", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(anything, (document) => {
      const written = writeFile(document).text;
      const again = reading(written);
      expect(canonical(again)).toBe(canonical(document));
      expect(writeFile(again).text).toBe(written);
    }),
    { numRuns: 150 },
  );
});

test("every text that comes in goes out as it came", { timeout: 60_000 }, () => {
  const heads = fc.constantFrom(
    "",
    "---\n",
    "---\na: b\n---\n",
    "+++\n",
    "\uFEFF---\r\nx: 1\r\n---\r\n",
    "---\n- a\n---\n",
    "# a\n> b\n- c:\n`d`\n",
  );
  fc.assert(
    fc.property(heads, said, said, (head, text, more) => {
      const file = `${head}${text}${head}${more}x`;
      const document = reading(file);
      expect(writeFile(document, document).text).toBe(file);
    }),
    { numRuns: 200 },
  );
});
