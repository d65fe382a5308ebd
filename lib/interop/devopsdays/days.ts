import { dayAfter, daysBetween, readDate } from "./dates";
import type { Report } from "./report";
import type { Row } from "./rows";

/** First and last day of an event. */
export type Span = { startsOn: string; endsOn: string };

const inside = (date: string, { startsOn, endsOn }: Span) => date >= startsOn && date <= endsOn;

/** The day of every row: as written, or from the row before it; what is far outside is brought back if it can be. */
export function daysOf(rows: Row[], span: Span | null, report: Report): string[] {
  const stamped = rows.filter((row) => /\d[T ]\d/.test(row.date));
  report.habit(stamped, "a date with a time of day: only the date was taken");
  const stated = statedDays(rows, span, report);
  if (!span || !stated.some((day) => inside(day, span))) return stated;
  return stated.map((day, at) => {
    const row = rows[at];
    if (!row || inside(day, span)) return day;
    const meant = meantDay(day, at, stated, span);
    if (meant) report.repair(row, `${row.date} is outside the event: taken as ${meant}`);
    return meant ?? day;
  });
}

function statedDays(rows: Row[], span: Span | null, report: Report) {
  const read = rows.map((row) => readDate(row.date));
  const first = read.find((day) => day) ?? span?.startsOn ?? "1970-01-01";
  return read.map((day, at) => {
    const row = rows[at];
    if (day || !row) return day ?? first;
    const before = read.slice(0, at).findLast((earlier) => earlier) ?? first;
    const what = row.date ? `${row.date} is not a date` : "no date";
    report.repair(row, `${what}: taken as ${before}, like the row before`);
    return before;
  });
}

/** A slip of the year, of day and month, or one row alone among rows of another day. */
function meantDay(day: string, at: number, days: string[], span: Span) {
  const [, month, date] = day.split("-");
  const slips = [span.startsOn, span.endsOn].flatMap((edge) => {
    const year = edge.slice(0, 4);
    return [`${year}-${month}-${date}`, `${year}-${date}-${month}`, `${edge.slice(0, 7)}-${date}`];
  });
  const slip = slips.find((other) => inside(other, span));
  const [before, after] = [days[at - 1], days[at + 1]];
  const alone = before !== undefined && before === after && inside(before, span) ? before : null;
  const far = daysBetween(span.endsOn, day) > 3 || daysBetween(day, span.startsOn) > 3;
  return alone ?? (far ? slip : null) ?? null;
}

/** The event's span, widened to its programme when that goes beyond by a few days. */
export function widened(span: Span | null, days: string[], at: { file: string; line: number }, report: Report): Span {
  const sorted = [...new Set(days)].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return span ?? { startsOn: "1970-01-01", endsOn: "1970-01-01" };
  if (!span) return { startsOn: first, endsOn: last };
  if (inside(first, span) && inside(last, span)) return span;
  const apart = last < dayAfter(span.startsOn, -30) || first > dayAfter(span.endsOn, 30);
  const edges = [span.startsOn, span.endsOn, first, last].sort();
  const wide = apart
    ? { startsOn: first, endsOn: last }
    : { startsOn: edges[0] ?? first, endsOn: edges.at(-1) ?? last };
  const said = `${span.startsOn} to ${span.endsOn}`;
  report.repair(at, `the programme has days outside ${said}: the event is ${wide.startsOn} to ${wide.endsOn}`);
  if (apart) report.doubt(at, `the dates of event and programme are far apart: ${said} and ${first} to ${last}`);
  return wide;
}
