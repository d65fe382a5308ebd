import type { Report } from "./report";

// biome-ignore lint/suspicious/noControlCharactersInRegex: stray control characters are what it looks for
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
const oddSpace = /[\u00a0\u2007\u202f]/g;

/** Bytes to text: UTF-8, or Windows-1252 when that fails. */
export function decode(bytes: Uint8Array, file: string, report: Report) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    report.repair({ file, line: 1 }, "not UTF-8: read as Windows-1252");
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Line ends and characters that nobody sees; keeps every line where it was. */
export function cleanLines(text: string, file: string, report: Report): string[] {
  if (text.includes("\r")) report.repair({ file, line: 1 }, "line ends CRLF read as LF");
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const odd = lines.flatMap((line, at) =>
    line.search(invisible) >= 0 || line.search(oddSpace) >= 0 ? [{ file, line: at + 1 }] : [],
  );
  report.habit(odd, "invisible characters or no-break spaces made plain");
  return lines.map((line) => line.replace(invisible, "").replace(oddSpace, " "));
}

/** Tabs make YAML invalid, also behind a value. */
export function withoutTabs(lines: string[], file: string, report: Report): string[] {
  const tabbed = lines.flatMap((line, at) => (line.includes("\t") ? [{ file, line: at + 1 }] : []));
  report.habit(tabbed, "tabs made spaces");
  return lines.map((line) => line.replaceAll("\t", "  "));
}

/** Keeps both sides of an unresolved merge; the markers and a common ancestor become empty lines. */
export function withoutMergeMarkers(lines: string[], file: string, report: Report): string[] {
  let ancestor = false;
  return lines.map((line, at) => {
    const marker = /^(<{7}|={7}|>{7}|\|{7})(\s|$)/.exec(line)?.[1]?.[0];
    if (marker === "<") report.repair({ file, line: at + 1 }, "unresolved merge: both sides were kept");
    if (marker) ancestor = marker === "|";
    return marker || ancestor ? "" : line;
  });
}
