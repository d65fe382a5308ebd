import { expect, test } from "vitest";
import type { EntryDocument } from "@/lib/entry/input";
import { readFile } from "@/lib/interop/entry/read-file";
import { writeFile } from "@/lib/interop/entry/write-file";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (path: string, text: string) => {
  const answer = readFile({ path, bytes: bytes(text) });
  if ("unread" in answer) throw new Error(`${path}: ${answer.unread}`);
  return answer.document;
};
const back = (document: EntryDocument) => writeFile(document, document).text;

const weighted =
  "---\ntitle: Disk fills up\nweight: 20\n---\n\n# DiskFillsUp\n\n## Meaning\n\nNo room.\n\n## Diagnosis\n\n- look\n";
const reviewed =
  "---\ntitle: Renew it\nlast_reviewed_on: 2024-08-31\nreview_in: 6 months\n---\n\n<% partial 'x' %> {{ name }} <url> &amp;\n";
const blog =
  '---\ntitle: "Outage: tokens"\ndescription: We told\n    everybody.\nauthors:\n  - ann\ndate: 2025-04-14\ntags:\n  - Security\n  - C++\n---\n\n## Timeline\n\n- 10:00 it began\n';
const toml = '+++\ntitle = "Incident of a Tuesday"\nseverity = "SEV-2"\n+++\n## Impact\r\n\r\nSome.';
const page =
  "# tool run\n\n> Runs a thing.\n> More information: <https://example.org>.\n\n- Run it:\n\n`tool run {{file_name}} {{path/to/dir}}`\n";
const none = "# Nothing above\n\nOnly text.  \n\n\n";

test.each([
  [
    "runbooks/DiskFillsUp.md",
    weighted,
    { kind: "recipe", title: "Disk fills up", summary: "No room.", recipeKind: "runbook" },
  ],
  ["runbooks/renew.html.md.erb", reviewed, { title: "Renew it", lastReviewedOn: "2024-08-31", reviewBy: "2025-02-28" }],
  [
    "posts/tokens.md",
    blog,
    {
      kind: "postmortem",
      title: "Outage: tokens",
      summary: "We told everybody.",
      tags: ["security", "c++"],
      credit: "ann",
    },
  ],
  ["tuesday.md", toml, { kind: "postmortem", severity: 2, severityLabel: "SEV-2", title: "Incident of a Tuesday" }],
  ["tool-run.md", page, { recipeKind: "command", tech: ["tool"], summary: "Runs a thing.", title: "tool run" }],
  ["none.md", none, { kind: "recipe", title: "Nothing above", summary: "Only text." }],
  ["bom.md", `\uFEFF${weighted.replaceAll("\n", "\r\n")}`, { title: "Disk fills up" }],
  ["broken.md", "---\ntitle: a: b: c\n  - [\n---\nText\n", { title: "a: b: c" }],
  ["unread.md", "---\ntitle: It's: \"so\n  x: [\n---\nText\n", { title: "It's: \"so" }],
  ["rule.md", "---\n\nA rule above, and one below.\n\n---\n\nText\n", { title: "rule" }],
  ["scripts/turn-off.sh", "#!/bin/sh\necho {{host}}\n", { recipeKind: "script", title: "turn-off.sh" }],
])("%s comes in and goes out as the same bytes", (path, text, told) => {
  const document = read(path, text);
  expect(document).toMatchObject(told);
  expect(bytes(back(document))).toEqual(bytes(text));
});

test("a rule file of Prometheus is one recipe, whatever else stands in it", () => {
  const text = `groups:\n- name: a\n\n  rules:\n    - alert: TooHot\n      expr: 'x > 1'\n      annotations:\n        summary: "{{ $labels.instance }}"\n`;
  const document = read("rules/too-hot.yml", text);
  expect(document).toMatchObject({ kind: "recipe", recipeKind: "alert-rule", title: "too hot", summary: "TooHot" });
  expect(back(document)).toBe(text);
  const wrapped = "kind: PrometheusRule\nspec:\n  groups:\n    - rules:\n        - record: a:b\n          expr: c\n";
  expect(read("k8s.yaml", wrapped)).toMatchObject({ recipeKind: "alert-rule" });
  expect(read("play.yml", "- hosts: all\n  tasks: []\n")).toMatchObject({ recipeKind: "ansible" });
});

test("with a new text only, the front matter stays as it was written", () => {
  const document = read("x.md", weighted);
  const written = writeFile({ ...document, body: "New\n" }, document);
  expect(written).toEqual({ name: "x.md", text: "---\ntitle: Disk fills up\nweight: 20\n---\nNew\n" });
});

test("with a new title it is written whole, and read again it is the same", () => {
  const document = { ...read("x.md", weighted), title: "Other" };
  const written = writeFile(document, read("x.md", weighted));
  expect(written.text).toMatch(/^---\ntwofeet: 1\nkind: recipe\ntitle: Other\n/);
  expect(read("y.md", written.text)).toEqual(document);
});

test("what is no text, and what is no entry, is not read", () => {
  expect(readFile({ path: "a.md", bytes: new Uint8Array([0xff, 0xfe, 0x41]) })).toEqual({ unread: "not-text" });
  expect(readFile({ path: "a.md", bytes: bytes("a\0b") })).toEqual({ unread: "not-text" });
  expect(readFile({ path: "a.md", bytes: bytes(" \n") })).toEqual({ unread: "empty" });
  expect(readFile({ path: "a.bin", bytes: bytes("text") })).toEqual({ unread: "not-an-entry" });
  expect(readFile({ path: "a.md", bytes: bytes("x".repeat(1_000_001)) })).toEqual({ unread: "too-large" });
});

test("front matter that wants to take the machine along is only text", () => {
  const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefghij"].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[at]}`)}]`).join("\n")}\n---\nText\n`;
  expect(back(read("bomb.md", bomb))).toBe(bomb);
  const deep = `---\ntitle: t\nx: ${"[".repeat(20_000)}\n---\nText\n`;
  expect(back(read("deep.md", deep))).toBe(deep);
  const proto = "---\n__proto__: {polluted: 1}\nconstructor: x\ntitle: t\n---\nText\n";
  expect(back(read("proto.md", proto))).toBe(proto);
  expect({}).not.toHaveProperty("polluted");
});
