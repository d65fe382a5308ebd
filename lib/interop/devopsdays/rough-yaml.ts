import type { Lined, Pair } from "./lenient-yaml";

/** The last resort for a file that is not YAML any more: top-level values and lists of flat maps, line by line. */
export function readRoughly(lines: string[]): Lined {
  const map: Pair[] = [];
  let list: Lined[] | null = null;
  for (const [at, text] of lines.entries()) {
    const line = at + 1;
    const pair = /^(\s*)(-\s+)?([A-Za-z_]\w*)\s*:\s*(.*)$/.exec(text);
    if (!pair) continue;
    const [, indent = "", dash, key = "", rest = ""] = pair;
    const value = { key, line, value: { line, text: unquoted(rest) } };
    if (dash) list?.push({ line, map: [value] });
    else if (indent && list) list.at(-1)?.map?.push(value);
    else if (!indent) list = openKey(map, value);
  }
  return { line: 1, map };
}

function openKey(map: Pair[], pair: Pair) {
  const list: Lined[] = [];
  map.push(pair.value.text ? pair : { ...pair, value: { line: pair.line, list } });
  return pair.value.text ? null : list;
}

const unquoted = (text: string) =>
  /^(["'])(.*)\1\s*(#.*)?$/.exec(text.trim())?.[2] ?? text.replace(/(^|\s+)#.*$/, "").trim();
