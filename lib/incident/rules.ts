import { DateTime } from "luxon";
import type { FuzzyTime } from "@/lib/postmortem/input";

const shapes = {
  second: "yyyy-MM-dd HH:mm:ss",
  minute: "yyyy-MM-dd HH:mm",
  hour: "yyyy-MM-dd HH:'??'",
  day: "yyyy-MM-dd",
};
const bounds = { exact: "", about: "~", "not-before": "after ", "not-after": "before " };

/** A time as it is typed into a form: with its day, so that it means the same there; its own words where it has no more. */
export function typedOf(time: FuzzyTime | null | undefined, zone: string | null): string {
  if (!time?.at || time.precision === "unknown" || time.precision === "month") return time?.text ?? "";
  const at = DateTime.fromISO(time.at, { setZone: true });
  const here = at.setZone(zone ?? "UTC");
  const isHere = here.isValid && here.offset === at.offset;
  const offset = isHere || ["day"].includes(time.precision) ? "" : ` ${at.toFormat("'UTC'Z")}`;
  return `${bounds[time.bound]}${at.toFormat(shapes[time.precision])}${offset}`;
}

/** Items of a list as lines of a form; a second line of an item is moved in. */
export const linesOfList = (list: readonly string[]) =>
  list.map((item) => item.replaceAll(/\r\n?|\n/g, "\n  ")).join("\n");

export function listOfLines(text: string): string[] {
  const items: string[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const isMore = /^ {2}/.test(line) && items.length > 0;
    if (isMore) items[items.length - 1] += `\n${line.slice(2)}`;
    else if (line.trim()) items.push(line.replace(/^[-*•]\s+/, ""));
  }
  return items.map((item) => item.trimEnd().slice(0, 4_000)).slice(0, 200);
}
