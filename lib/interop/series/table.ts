import { parse } from "csv-parse/sync";

const separators = [",", ";", "\t", "|"];

/**
 * Rows and cells of a pasted table: CSV with any of the usual separators, Excel's `sep=` line, a Markdown table, or columns
 * held apart by blanks. `decimalComma`: numbers are written 1,5.
 */
export function tableOf(pasted: string) {
  const { text, told } = withoutPreamble(pasted);
  const delimiter = told ?? separatorOf(text);
  const plain = delimiter === "|" ? withoutFrame(text) : delimiter === " " ? text.replaceAll(/[ \t]{2,}/g, "\t") : text;
  const rows: string[][] = parse(plain, {
    delimiter: delimiter === " " ? "\t" : delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
  return {
    rows,
    decimalComma:
      delimiter !== "," &&
      rows
        .slice(0, 50)
        .flat()
        .some((cell) => /^-?\d+,\d+$/.test(cell)),
  };
}

function withoutPreamble(pasted: string) {
  const text = pasted.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const [, told] = /^"?sep=(.)"?\n/i.exec(text) ?? [];
  // a comment line is none when it is the name of a column, as in `#timestamp,value`
  const lines = (told ? text.slice(text.indexOf("\n") + 1) : text).split("\n");
  return { told, text: lines.filter((line) => !/^#(?!.*[,;\t|])/.test(line)).join("\n") };
}

/** The one that stands equally often in most lines, and most often of those. */
function separatorOf(text: string) {
  const lines = text.split("\n", 60).filter((line) => line.trim() !== "");
  const ranked = separators.map((separator) => {
    const counts = lines.map((line) => countOutsideQuotes(line, separator));
    const usual = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    const agreeing = counts.filter((count) => count === usual).length / Math.max(counts.length, 1);
    return { separator, weight: usual === 0 ? 0 : agreeing * 1_000 + Math.min(usual, 900) };
  });
  const best = ranked.reduce((a, b) => (b.weight > a.weight ? b : a));
  return best.weight > 0 ? best.separator : " ";
}

function countOutsideQuotes(line: string, separator: string) {
  return line.replaceAll(/"(?:[^"]|"")*"/g, "").split(separator).length - 1;
}

/** A Markdown table has bars at its edges and a line of dashes. */
function withoutFrame(text: string) {
  const lines = text.split("\n").filter((line) => !/^[\s|:+-]*$/.test(line));
  return lines.map((line) => line.trim().replace(/^\|/, "").replace(/\|$/, "")).join("\n");
}
