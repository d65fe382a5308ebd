import { readClock, splitRange } from "./clock";
import { type Kinded, kindOf } from "./kind";
import type { Report } from "./report";
import type { Row } from "./rows";

/** A row with its day and its times: minutes since midnight of that day, beyond 1440 on the next one. */
export type Timed = {
  row: Row;
  kinded: Kinded;
  day: string;
  start: number | null;
  /** null: open end */
  end: number | null;
  /** a.m. or p.m. was written. */
  certain: boolean;
  endSaid: "time" | "open" | "missing" | "unreadable";
};

/** Reads the times of rows as they stand; what is not a time stays null. */
export function timedRows(rows: Row[], days: string[], report: Report): Timed[] {
  const read = rows.map((row, at) => timed(row, days[at] ?? ""));
  const short = rows.filter((row) => /^\d[:.]/.test(row.start) || /^\d[:.]/.test(row.end));
  report.habit(short, "hours of one digit read as hours");
  return read;
}

function timed(row: Row, day: string): Timed {
  const [from, to] = splitRange(row.start);
  const [start, said] = [readClock(from), readClock(row.end || to || "")];
  const lasts = readClock(row.duration);
  const startsAt = start.kind === "time" ? start.minutes : null;
  const end =
    said.kind === "missing" && lasts.kind === "time" && startsAt !== null
      ? { ...lasts, minutes: startsAt + lasts.minutes }
      : said;
  return {
    row,
    day,
    kinded: kindOf(row.type, row.title),
    start: startsAt,
    end: end.kind === "time" ? end.minutes : null,
    certain: start.kind === "time" && start.certain,
    endSaid: end.kind,
  };
}

export const length = ({ start, end }: Timed) => (start === null || end === null ? null : end - start);

/** Whether two rows share time; an open end shares none but its own start. */
export function overlaps(a: Timed, b: Timed) {
  if (a === b || a.day !== b.day || a.start === null || b.start === null) return false;
  return a.start < (b.end ?? b.start + 1) && b.start < (a.end ?? a.start + 1);
}

/** Rows grouped by day, days in order, rows as written. */
export function byDay(rows: Timed[]): [day: string, rows: Timed[]][] {
  return [...Map.groupBy(rows, ({ day }) => day)].sort(([a], [b]) => a.localeCompare(b));
}
