import type { Lined } from "./lenient-yaml";
import type { Report, Where } from "./report";

/** One line of a programme, as text, with its dates and times still as they were written. */
export type Row = Where & {
  list: "program" | "ignites";
  title: string;
  type: string;
  date: string;
  start: string;
  end: string;
  duration: string;
  comments: string;
  url: string;
  block: string;
};

/** A map's values by lower-case key; of a repeated key the last one counts. */
export const fieldsOf = ({ map = [] }: Lined) =>
  new Map(map.map(({ key, value }) => [key.trim().toLowerCase(), value]));

/** The lists under `program:` and `ignites:`; a key that stands twice gives two lists. */
export function listsOf(file: string, lined: Lined, report: Report): Row[][] {
  return (["program", "ignites"] as const).flatMap((list) => {
    const pairs = (lined.map ?? []).filter(({ key }) => key.trim().toLowerCase() === list);
    for (const { line } of pairs.slice(1))
      report.repair({ file, line }, `the key ${list} stands twice: both lists were read`);
    return pairs.map(({ value }) => items(value).flatMap((item) => row(file, list, item, report)));
  });
}

const items = ({ list, map }: Lined) => list ?? map?.map(({ value }) => value) ?? [];

function row(file: string, list: Row["list"], item: Lined, report: Report): Row[] {
  if (!item.map) {
    if (!item.text?.trim()) return [];
    report.repair({ file, line: item.line }, "a row that is only text was taken as a title");
  }
  const fields = fieldsOf(item);
  const text = (...keys: string[]) =>
    keys.map((key) => fields.get(key)?.text?.trim()).find((value) => value && value !== "~" && value !== "null") ?? "";
  return [
    {
      file,
      line: item.line,
      list,
      title: text("title", "name") || (item.text ?? "").trim(),
      type: text("type") || (list === "ignites" ? "ignite" : ""),
      date: text("date", "day"),
      start: text("start_time", "start"),
      end: text("end_time", "end"),
      duration: text("duration"),
      comments: text("comments", "comment", "description"),
      url: text("custom_url", "url"),
      block: text("block"),
    },
  ];
}

/** All rows of all lists; what a later list repeats word for word counts once. */
export function oneOfEach(lists: Row[][], report: Report): Row[] {
  const kept: Row[] = [];
  const seen = new Map<string, Row>();
  for (const list of lists) {
    const fresh = list.filter((row) => {
      const same = seen.get(words(row));
      if (same) report.repair(row, `"${row.title}" repeats ${same.file}:${same.line}: taken once`);
      return !same;
    });
    for (const row of fresh) seen.set(words(row), row);
    kept.push(...fresh);
  }
  return kept;
}

const words = ({ line: _line, file: _file, ...said }: Row) => JSON.stringify(said);
