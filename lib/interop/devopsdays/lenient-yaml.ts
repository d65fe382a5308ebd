import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from "yaml";
import type { Report } from "./report";
import { readRoughly } from "./rough-yaml";

/** YAML as text with line numbers: no value is turned into a number, a date or a boolean. */
export type Lined = { line: number; text?: string; list?: Lined[]; map?: Pair[] };
export type Pair = { key: string; line: number; value: Lined };

/** Reads YAML strictly, then with the broken values quoted, then line by line. Never throws. */
export function readYaml(lines: string[], file: string, report: Report): Lined {
  const read = readSomehow(lines, file, report);
  reportTwins(read, file, report);
  return read;
}

/** Lists whose key may stand twice: both count. */
const repeatable = new Set(["program", "ignites"]);

/** A key that stands twice in one map, however deep: YAML takes the last one silently. */
function reportTwins({ list = [], map = [] }: Lined, file: string, report: Report) {
  const seen = new Set<string>();
  for (const { key, line } of map) {
    const name = key.trim().toLowerCase();
    if (seen.has(name) && !repeatable.has(name))
      report.repair({ file, line }, `the key ${name} stands twice: the last one counts`);
    seen.add(name);
  }
  for (const child of [...list, ...map.map(({ value }) => value)]) reportTwins(child, file, report);
}

function readSomehow(lines: string[], file: string, report: Report): Lined {
  const { lines: mended, errors } = mend(lines, file, report);
  const read = convert(mended);
  if (errors.length === 0) return read;
  for (const { line, what } of errors) report.doubt({ file, line }, `not valid YAML: ${what}`);
  const rough = readRoughly(mended);
  return rowCount(rough) > rowCount(read) ? rough : read;
}

function parse(lines: string[]) {
  const lineCounter = new LineCounter();
  const document = parseDocument(lines.join("\n"), {
    schema: "failsafe",
    uniqueKeys: false,
    strict: false,
    logLevel: "silent",
    lineCounter,
  });
  return { document, lineCounter };
}

function mend(lines: string[], file: string, report: Report) {
  const mended = [...lines];
  const tried = new Set<number>();
  for (;;) {
    const errors = parse(mended).document.errors.map((error) => ({
      line: error.linePos?.[0].line ?? 1,
      what: error.message.split("\n")[0]?.replace(/ at line.*/, "") ?? "",
    }));
    const at = errors
      .flatMap(({ line }) => [line - 1, line - 2])
      .map((index) => opening(mended, index))
      .find((index) => !tried.has(index) && requote(mended, index));
    if (at === undefined || tried.size > 200) return { lines: mended, errors };
    tried.add(at);
    mended.splice(at, requote(mended, at)?.length ?? 0, ...(requote(mended, at) ?? []));
    report.repair({ file, line: at + 1 }, "a value that YAML cannot read was quoted");
  }
}

const keyed = /^(\s*(?:- +)?)([A-Za-z_]\w*) *:(.*)$/;

/** The line in which the quoted value begins that goes on in this line. */
function opening(lines: string[], at: number) {
  for (let line = at; line >= 0 && line > at - 40; line--) if (keyed.test(lines[line] ?? "")) return line;
  return at;
}

/**
 * `title: Keynote: why "quotes" matter` with its value quoted, and a quoted value of many lines in one (the rest
 * become empty, so that every line keeps its number); null when there is nothing to quote.
 */
function requote(lines: string[], at: number): string[] | null {
  const parts = keyed.exec(lines[at] ?? "");
  const said = parts?.[3]?.trim();
  if (!parts || !said || /^[|>]/.test(said)) return null;
  const mark = /^["']/.exec(said)?.[0];
  const goesOn = mark !== undefined && (said.length === 1 || !said.endsWith(mark));
  const more = goesOn ? lines.slice(at + 1, at + 60).findIndex((line) => line.trim().endsWith(mark)) : -1;
  const value = [said, ...lines.slice(at + 1, at + 2 + more).map((line) => line.trim())].join(" ");
  const bare = value.replace(/^(["'])(.*)\1$|^["']/, "$2").replaceAll('\\"', '"');
  const quoted = `${parts[1]}${parts[2]}: ${JSON.stringify(bare)}`;
  return quoted === lines[at] ? null : [quoted, ...Array.from({ length: more + 1 }, () => "")];
}

function convert(lines: string[]): Lined {
  const { document, lineCounter } = parse(lines);
  const lineOf = (node: Node | null) => (node?.range ? lineCounter.linePos(node.range[0]).line : 1);

  const lined = (node: ParsedNode | Node | null): Lined => {
    const line = lineOf(node);
    if (isMap(node)) {
      const map = node.items.map(({ key, value }) => ({
        key: String(isScalar(key) ? key.value : key),
        line: lineOf(key as Node | null),
        value: lined(value as Node | null),
      }));
      return { line, map };
    }
    if (isSeq(node)) return { line, list: node.items.map((item) => lined(item as Node)) };
    if (isAlias(node)) return { line, text: `*${node.source}` };
    return { line, text: isScalar(node) ? String(node.value ?? "") : "" };
  };
  return lined(document.contents);
}

const rowCount = ({ map = [] }: Lined) =>
  map.reduce((sum, { key, value }) => sum + (rowKeys.has(key) ? (value.list?.length ?? 0) : 0), 0);
const rowKeys = new Set(["program", "ignites"]);
