import { showClock } from "./clock";
import type { Report } from "./report";
import { overlaps, type Timed } from "./timed";

/**
 * Rows written among those of another day, where they fit, while they collide on their own: the date was
 * copied from elsewhere. Moves them, or leaves a doubt when only one of the two signs is there.
 */
export function mendDays(rows: Timed[], report: Report): Timed[] {
  const mended = [...rows];
  for (const run of runs(rows)) {
    const to = rows[run.from - 1]?.day;
    const around = to !== undefined && to === rows[run.to]?.day;
    if (!around || to === rows[run.from]?.day) continue;
    const written = rows.slice(run.from, run.to);
    const moved = written.map((timed) => ({ ...timed, day: to }));
    if (!between(rows[run.from - 1], moved, rows[run.to])) continue;
    const collide = written.filter((timed) => rows.some((other) => overlaps(timed, other))).length;
    const fits = !moved.some((timed) => rows.some((other) => overlaps(timed, other)));
    if (!fits || collide * 2 < written.length) continue;
    for (const [at, timed] of moved.entries()) {
      mended[run.from + at] = timed;
      const said = written[at]?.day;
      report.repair(timed.row, `"${timed.row.title}" is dated ${said} amid rows of ${to}, where it fits: moved there`);
    }
  }
  return mended;
}

/** Neighbouring rows of one day. */
function runs(rows: Timed[]) {
  const starts = rows.flatMap((timed, at) => (timed.day === rows[at - 1]?.day ? [] : [at]));
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? rows.length }));
}

/** Whether the rows follow one another between the two around them. */
function between(before: Timed | undefined, run: Timed[], after: Timed | undefined) {
  const starts = [before, ...run, after].map((timed) => timed?.start ?? null);
  return starts.every((start, at) => {
    const earlier = starts[at - 1];
    return start !== null && (earlier === undefined || earlier === null || start >= earlier);
  });
}

/** Days on which the rows are not written in the order of their time. */
export function reportOrder(rows: Timed[], report: Report) {
  for (const [at, timed] of rows.entries()) {
    const before = rows.slice(0, at).findLast(({ day }) => day === timed.day);
    if (timed.start === null || before === undefined || before.start === null) continue;
    if (timed.start < before.start)
      report.repair(
        timed.row,
        `"${timed.row.title}" at ${showClock(timed.start)} is written after ${showClock(before.start)}: put in order`,
      );
  }
}
