import { showClock } from "./clock";
import type { Report } from "./report";
import { byDay, overlaps, type Timed } from "./timed";

/** Gives every row an end after its start, or an open one; guesses from the next row and says so. */
export function mendTimes(rows: Timed[], report: Report): Timed[] {
  const started = mendStarts(rows, report);
  const mended = new Map<Timed, Timed>();
  for (const [, day] of byDay(started))
    for (const timed of day)
      mended.set(timed, swapped(timed, day, report) ?? mendEnd(timed, nextStart(timed, day), report));
  return started.map((timed) => mended.get(timed) ?? timed);
}

/** A start that cannot be read is where the row before it ends. */
function mendStarts(rows: Timed[], report: Report): Timed[] {
  let before: Timed | null = null;
  return rows.map((timed) => {
    const from = before?.day === timed.day ? before.end : null;
    before = timed;
    if (timed.start !== null) return timed;
    const what = timed.row.start ? `the start "${timed.row.start}" is not a time` : "no start";
    if (from === null) report.doubt(timed.row, `${what}: "${timed.row.title}" has no time`);
    else report.repair(timed.row, `${what}: taken as ${showClock(from)}, the end of the row before`);
    before = { ...timed, start: from };
    return before;
  });
}

/** Start and end the wrong way round: something else begins where this one would, and the time before it is free. */
function swapped(timed: Timed, day: Timed[], report: Report): Timed | null {
  const { start, end, row } = timed;
  if (start === null || end === null || end >= start || isPastMidnight(start, end)) return null;
  const turned = { ...timed, start: end, end: start };
  const others = day.filter((other) => other !== timed);
  const fits = others.some((other) => other.start === start) && !others.some((other) => overlaps(turned, other));
  if (!fits) return null;
  report.repair(row, `the end ${row.end} is before the start ${row.start}: turned round`);
  return turned;
}

function nextStart({ start, row }: Timed, day: Timed[]) {
  const later = day.flatMap((other) =>
    other.row !== row && other.start !== null && start !== null && other.start > start ? [other.start] : [],
  );
  return later.length > 0 ? Math.min(...later) : null;
}

function mendEnd(timed: Timed, next: number | null, report: Report): Timed {
  const { start, end, row } = timed;
  if (start === null) return { ...timed, end: null };
  if (timed.endSaid === "open") {
    report.repair(row, `the end "${row.end || row.start}" kept as an open end`);
    return { ...timed, end: null };
  }
  if (end !== null && end > start) return timed;
  if (end !== null && isPastMidnight(start, end)) {
    report.repair(row, `${showClock(start)} to ${showClock(end)}: ends on the next day`);
    return { ...timed, end: end + 1440 };
  }
  const guess = next !== null && next - start <= 240 ? next : null;
  const taken = guess === null ? "left open" : `taken as ${showClock(guess)}, the start of the next row`;
  report.repair(row, `${complaint(timed)}: ${taken}`);
  return { ...timed, end: guess };
}

const isPastMidnight = (start: number, end: number) => start >= 16 * 60 && end <= 6 * 60;

function complaint({ row, start, end, endSaid }: Timed) {
  if (endSaid === "missing") return "no end";
  if (endSaid === "unreadable") return `the end "${row.end}" is not a time`;
  return end === start ? "ends when it starts" : `the end ${row.end} is before the start ${row.start}`;
}
