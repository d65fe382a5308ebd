import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from "yaml";
import type { Report } from "./report";
import { readRoughly } from "./rough-yaml";

/** YAML as text with line numbers: no value is turned into a number, a date or a boolean. */
export type Lined = { line: number; text?: string; list?: Lined[]; map?: Pair[] };
export type Pair = { key: string; line: number; value: Lined };

/** Reads YAML strictly, then with the broken values quoted, then line by line. Never throws. */
export function readYaml(lines: string[], file: string, report: Report): Lined {
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
      .find((index) => !tried.has(index) && requote(mended[index] ?? ""));
    if (at === undefined || tried.size > 200) return { lines: mended, errors };
    tried.add(at);
    mended[at] = requote(mended[at] ?? "") ?? "";
    report.repair({ file, line: at + 1 }, "a value that YAML cannot read was quoted");
  }
}

/** `title: Keynote: why "quotes" matter` with its value quoted; null when there is nothing to quote. */
function requote(line: string) {
  const parts = /^(\s*(?:- +)?)([A-Za-z_]\w*) *:(.*)$/.exec(line);
  const value = parts?.[3]?.trim().replace(/^(["'])(.*)\1$|^["']/, "$2");
  if (!parts || !value || /^[|>]/.test(value)) return null;
  const quoted = `${parts[1]}${parts[2]}: ${JSON.stringify(value.replaceAll('\\"', '"'))}`;
  return quoted === line ? null : quoted;
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
