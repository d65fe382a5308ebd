import { type Clock, instantOf, isTimeOnly, leadingNumbers } from "./clock";
import { isAbsent, measured } from "./number";

export type Layout = {
  /** Where the time stands; a date and a time of day may stand beside each other. */
  time: number;
  timeOfDay: number | null;
  /** Rows above the numbers. */
  head: string[][];
  body: string[][];
  /** Columns of numbers, and of words by which rows are told apart. */
  values: number[];
  labels: number[];
  /** A column that says the unit of its row. */
  unit: number | null;
};

const timeName = /^\W*(unix[ _-]?)?(time|date|timestamp|datetime|ts|when|zeit|datum|heure|fecha|hora|tijd|epoch)/i;

/** How a table of numbers over time is laid out, or null when no column is the time. */
export function layoutOf(rows: string[][], clock: Clock): Layout | null {
  const time = timeColumn(rows, clock);
  if (time === null) return null;
  const at = (row: string[]) => instantOf(row[time] ?? "", clock);
  const first = rows.findIndex((row) => at(row) !== null);
  const body = rows.slice(first).filter((row) => at(row) !== null);
  const head = rows.slice(0, first);
  const width = Math.max(...body.slice(0, 1_000).map((row) => row.length));
  const timeOfDay = isDateOnly(body, time) && isMostly(body, time + 1, isTimeOnly) ? time + 1 : null;
  const others = Array.from({ length: width }, (_, column) => column).filter((at) => at !== time && at !== timeOfDay);
  const unit = others.find((column) => head.some((row) => /^units?$/i.test(row[column] ?? ""))) ?? null;
  const filled = others.filter((column) => column !== unit && body.some((row) => !isAbsent(row[column] ?? "")));
  const values = filled.filter((column) => isMostly(body, column, (cell) => measured(cell, true) !== null));
  return { time, timeOfDay, head, body, values, labels: filled.filter((one) => !values.includes(one)), unit };
}

/** The one that is called so and reads so; otherwise the first that reads so. */
function timeColumn(rows: string[][], clock: Clock) {
  const width = Math.min(Math.max(0, ...rows.slice(0, 100).map((row) => row.length)), 12);
  const belowHead = rows.slice(-Math.max(2, Math.min(400, Math.floor(rows.length / 3))));
  const reads = Array.from({ length: width }, (_, column) => column).filter((column) =>
    isMostly(belowHead, column, (cell) => instantOf(cell, clock) !== null),
  );
  const isCalled = (column: number) => rows.slice(0, 8).some((row) => timeName.test(row[column] ?? ""));
  return reads.find(isCalled) ?? reads[0] ?? null;
}

function isMostly(rows: string[][], column: number, fits: (cell: string) => boolean) {
  const cells = rows
    .slice(0, 400)
    .map((row) => row[column] ?? "")
    .filter((cell) => !isAbsent(cell));
  return cells.length > 0 && cells.filter(fits).length >= cells.length * 0.8;
}

const isDateOnly = (rows: string[][], column: number) =>
  isMostly(rows, column, (cell) => !cell.includes(":") && /\D/.test(cell));

/** Whether dates like 3/4/2026 begin with the day, as far as their numbers say; null when they leave it open. */
export function beginsWithDay(cells: readonly string[]): boolean | null {
  const pairs = cells.flatMap((cell) => [leadingNumbers(cell) ?? []]).filter((pair) => pair.length === 2);
  if (pairs.some(([first]) => (first ?? 0) > 12)) return true;
  if (pairs.some(([, second]) => (second ?? 0) > 12)) return false;
  return pairs.length > 0 ? null : false;
}
