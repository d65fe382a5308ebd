import { parse as parseToml } from "smol-toml";
import { withoutTabs } from "./clean";
import { type Lined, readYaml } from "./lenient-yaml";
import type { Report } from "./report";
import { fieldsOf } from "./rows";

/** A page: its front matter with keys in lower case, each a list of texts, and the text below it. */
export type Page = { file: string; fields: Map<string, string[]>; body: string; bodyLine: number; fenced: boolean };

/** Reads TOML (`+++`), YAML (`---`) or no front matter at all. Never throws. */
export function readPage(lines: string[], file: string, report: Report): Page {
  const first = lines.findIndex((line) => line.trim() !== "");
  const fence = /^(\+{3}|-{3})\s*$/.exec(lines[first] ?? "")?.[1];
  if (!fence) {
    report.repair({ file, line: 1 }, "no front matter: the whole file is the text");
    return { file, fields: new Map(), body: lines.join("\n").trim(), bodyLine: 1, fenced: false };
  }
  const last = closing(lines, first, fence, file, report);
  const matter = lines.slice(0, last).map((line, at) => (at <= first ? "" : line));
  const fields = fence === "---" ? fromYaml(matter, file, report) : fromToml(matter, file, report);
  const rest = lines.slice(last);
  const text = rest[0]?.trim() === fence ? rest.slice(1) : rest;
  return { file, fields, body: text.join("\n").trim(), bodyLine: last + 2, fenced: true };
}

function closing(lines: string[], first: number, fence: string, file: string, report: Report) {
  const found = lines.findIndex((line, at) => at > first && line.trim() === fence);
  if (found > 0) return found;
  report.repair({ file, line: first + 1 }, "the front matter does not end: it was ended at its last key");
  const key = /^\s*[\w-]+\s*[=:]/;
  const after = lines.findIndex((line, at) => at > first && line.trim() !== "" && !key.test(line));
  return after < 0 ? lines.length : after;
}

function fromToml(lines: string[], file: string, report: Report) {
  try {
    const fields = new Map<string, string[]>();
    for (const [key, value] of Object.entries(parseToml(lines.join("\n")))) set(fields, key, texts(value));
    return fields;
  } catch (error) {
    const line = (error as { line?: number }).line ?? 1;
    report.repair({ file, line }, "not valid TOML: read line by line");
    return roughToml(lines, file, report);
  }
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap(texts) : [value instanceof Date ? value.toISOString() : String(value)];

function roughToml(lines: string[], file: string, report: Report) {
  const fields = new Map<string, string[]>();
  for (const [at, line] of lines.entries()) {
    const pair = /^\s*["']?([\w-]+)["']?\s*[=:]\s*(.*?)\s*$/.exec(line);
    const [, key = "", value = ""] = pair ?? [];
    if (!key) continue;
    if (fields.has(key.toLowerCase()))
      report.repair({ file, line: at + 1 }, `the key ${key} stands twice: the last one counts`);
    const list = /^\[(.*?)\]?$/.exec(value);
    fields.set(key.toLowerCase(), list ? (list[1] ?? "").split(",").map(bare).filter(Boolean) : [bare(value)]);
  }
  return fields;
}

const bare = (text: string) =>
  text
    .trim()
    .replace(/^["'“”]+|["'“”]+$/g, "")
    .replaceAll('\\"', '"');

function fromYaml(lines: string[], file: string, report: Report) {
  const read = readYaml(withoutTabs(lines, file, report), file, report);
  const fields = new Map<string, string[]>();
  for (const [key, value] of fieldsOf(read)) set(fields, key, yamlTexts(value));
  return fields;
}

const yamlTexts = ({ text, list, map }: Lined): string[] =>
  list?.flatMap(yamlTexts) ?? map?.flatMap(({ value }) => yamlTexts(value)) ?? [text ?? ""];

/** Of `Title` and `title` in one file the one that says something counts. */
function set(fields: Map<string, string[]>, key: string, value: string[]) {
  const name = key.toLowerCase();
  const known = fields.get(name);
  if (!known?.some((text) => text.trim())) fields.set(name, value);
}
