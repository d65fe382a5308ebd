import { showClock } from "./clock";
import type { Report } from "./report";
import { byDay, length, overlaps, type Timed } from "./timed";

/** Open space and workshops run beside everything; other rows at the same time are a doubt. */
export function reportOverlaps(rows: Timed[], report: Report) {
  for (const [, day] of byDay(rows)) reportDay(day, report);
}

function reportDay(day: Timed[], report: Report) {
  const alone = day.filter(({ kinded }) => !["openSpace", "workshop"].includes(kinded.kind));
  const allDay = alone.filter((row) => (length(row) ?? 0) >= 180 && clashes(row, alone).length > 2);
  const rest = alone.filter((row) => !allDay.includes(row));
  for (const row of allDay) report.doubt(row.row, `${named(row)} runs beside ${clashes(row, alone).length} others`);
  for (const [at, row] of rest.entries()) {
    const earlier = clashes(row, rest.slice(0, at));
    if (earlier.length > 0) report.doubt(row.row, `${named(row)} overlaps ${earlier.map(named).join(", ")}`);
  }
}

const clashes = (row: Timed, others: Timed[]) => others.filter((other) => overlaps(row, other));

const named = ({ row, start, end }: Timed) =>
  `"${row.title}" (${start === null ? "" : showClock(start)}–${end === null ? "" : showClock(end)})`;

/** Open-space slots that cannot be told apart by their title, or that are probably several in one. */
export function reportSlots(rows: Timed[], report: Report) {
  const slots = rows.filter(({ kinded }) => kinded.slot);
  const alike = Map.groupBy(slots, ({ row, day }) => `"${row.title.toLowerCase()}" on ${day}`);
  for (const [title, [, second, ...more]] of alike)
    if (second) report.doubt(second.row, `${title} stands ${more.length + 2} times: told apart by time`);
  for (const slot of slots) {
    const what = oddLength(slot);
    if (what) report.doubt(slot.row, `"${slot.row.title}" ${what}`);
  }
}

function oddLength(slot: Timed) {
  const minutes = length(slot);
  if (minutes === null) return slot.start === null ? null : "has an open end: a slot of 45 minutes";
  return minutes > 90 ? `is ${minutes} minutes long: one slot, cut it where rounds change` : null;
}
