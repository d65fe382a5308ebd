import type { Report } from "./report";
import { byDay, type Timed } from "./timed";

const noon = 12 * 60;
const evening = /dinner|evening|party|social|drinks|happy hour|reception|whisk|game|night/i;

/**
 * A 12-hour clock without a.m. and p.m., seen where hours of the afternoon stand after those of the morning.
 * In an event that uses it, 1:00 to 6:59 are in the afternoon, later hours after the afternoon began in the evening.
 */
export function mendHalves(rows: Timed[], report: Report): Timed[] {
  const days = byDay(rows);
  const used = days.some(([, day]) => isTwelveHour(day));
  const turned = new Map<Timed, Timed>();
  for (const [, day] of days) {
    const mended = used && !hasAfternoon(day) ? turnDay(day) : turnSlips(day);
    const changed = mended.filter((timed, at) => timed.start !== day[at]?.start || timed.end !== day[at]?.end);
    report.habit(
      changed.map(({ row }) => row),
      "12-hour clock: hours after noon read as p.m.",
    );
    for (const [at, timed] of day.entries()) turned.set(timed, mended[at] ?? timed);
  }
  return rows.map((timed) => turned.get(timed) ?? timed);
}

const times = ({ start, end }: Timed) => [start, end].filter((minutes) => minutes !== null);
const hasAfternoon = (day: Timed[]) => day.some((timed) => times(timed).some((m) => m >= noon + 60));

function isTwelveHour(day: Timed[]) {
  if (hasAfternoon(day)) return false;
  const small = (minutes: number | null) => minutes !== null && minutes >= 60 && minutes < 7 * 60;
  return day.some(({ start, end }, at) => {
    const late = day.slice(0, at).some((before) => (before.start ?? 0) >= 8 * 60);
    return (late && small(start)) || (start !== null && start >= 9 * 60 && small(end));
  });
}

function turnDay(day: Timed[]): Timed[] {
  let latest = 0;
  let lastEnd: number | null = null;
  return day.map((timed) => {
    const start = turnStart(timed, latest, lastEnd);
    const end = turnEnd(start, timed.end);
    latest = Math.max(latest, start ?? 0);
    lastEnd = end;
    return { ...timed, start, end };
  });
}

function turnStart({ start, certain, row }: Timed, latest: number, lastEnd: number | null) {
  if (start === null || certain || start >= noon) return start;
  if (start < 6 * 60 || (start < 8 * 60 && latest >= noon)) return start + noon;
  const goesOn = latest >= noon && (lastEnd === start + noon || evening.test(row.title));
  return goesOn ? start + noon : start;
}

/** An end half a day later, unless that lasts too long to be meant. */
function turnEnd(start: number | null, end: number | null) {
  if (start === null || end === null || end > start || end >= noon + 60) return end;
  const lasts = end + noon - start;
  return lasts > 0 && lasts <= (start >= 17 * 60 ? 7 : 5) * 60 ? end + noon : end;
}

/** Single hours of a 12-hour clock in a day of 24: `2:30` between 14:00 and 15:00. */
function turnSlips(day: Timed[]): Timed[] {
  return day.map((timed, at) => {
    const { start, end, certain } = timed;
    const before = day[at - 1]?.start ?? null;
    const after = day[at + 1]?.start ?? null;
    const slipped =
      start !== null &&
      !certain &&
      start < 7 * 60 &&
      before !== null &&
      start < before &&
      start + noon >= before &&
      (after === null || start + noon <= after);
    const startsAt = slipped ? start + noon : start;
    const short =
      startsAt !== null && end !== null && end < startsAt && end + noon - startsAt <= 240 && end + noon > startsAt;
    return { ...timed, start: startsAt, end: short && end < 8 * 60 ? end + noon : end };
  });
}
