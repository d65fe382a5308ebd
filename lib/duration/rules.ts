import { DateTime } from "luxon";
import type { z } from "zod";
import type { FuzzyTime, Moment, supportHours } from "@/lib/postmortem/input";

export const durations = ["detect", "acknowledge", "mitigate", "resolve"] as const;
export type DurationName = (typeof durations)[number];
export type SupportHours = z.output<typeof supportHours>;
export type Times = Partial<Record<Moment, FuzzyTime | undefined>>;

export type Duration = {
  name: DurationName;
  /** From which moment it is counted: that of the start, or of the detection where no start is known. */
  from: Moment;
  to: Moment;
  /** By the wall clock; negative when the times contradict each other. */
  minutes: number;
  /** In the hours in which somebody is there, where those are known. */
  supportMinutes: number | null;
  /** By how much either end may be off. */
  slackMinutes: number;
};

type Timed = { times: Times; supportHours: SupportHours | null; zone: string | null };

const ends: Record<DurationName, { from: Moment[]; to: Moment }> = {
  detect: { from: ["started"], to: "detected" },
  acknowledge: { from: ["detected", "started"], to: "acknowledged" },
  mitigate: { from: ["started", "detected"], to: "mitigated" },
  resolve: { from: ["started", "detected"], to: "resolved" },
};

/** Always derived from the times, never typed. What a time of the month or of nowhere would give is left out. */
export function durationsOf({ times, supportHours: hours, zone }: Timed): Duration[] {
  return durations.flatMap((name) => {
    const from = ends[name].from.find((moment) => instantOf(times[moment]) !== null);
    const to = ends[name].to;
    const [start, end] = [from && instantOf(times[from]), instantOf(times[to])];
    if (!from || start == null || end === null) return [];
    return [
      {
        name,
        from,
        to,
        minutes: Math.round((end - start) / 60_000),
        supportMinutes: hours && supportMinutes(start, end, hours, zone ?? "UTC"),
        slackMinutes: slackOf(times[from]) + slackOf(times[to]),
      },
    ];
  });
}

const slack = { second: 0, minute: 0, hour: 60, day: 1_440, month: Number.POSITIVE_INFINITY };

/** Milliseconds since 1970 of a time that is exact to the day at least. */
export function instantOf(time: FuzzyTime | undefined | null) {
  if (!time?.at || time.precision === "month" || time.precision === "unknown") return null;
  return Date.parse(time.at);
}

const slackOf = (time: FuzzyTime | undefined) =>
  !time || time.precision === "unknown" ? 0 : slack[time.precision] + (time.bound === "exact" ? 0 : 5);

const mostDays = 4_000;

/** Minutes between two instants that lie in support hours; null where that is too long to say. */
export function supportMinutes(start: number, end: number, hours: SupportHours, zone: string) {
  let day = DateTime.fromMillis(start, { zone }).startOf("day");
  if (end < start || !day.isValid || (end - start) / 86_400_000 > mostDays) return null;
  let minutes = 0;
  for (; day.toMillis() < end; day = day.plus({ days: 1 }))
    if (hours.days.includes(day.weekday)) minutes += overlap(at(day, hours.from), at(day, hours.to), start, end);
  return Math.round(minutes);
}

function at(day: DateTime, clock: string) {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return day
    .plus({ days: hour === 24 ? 1 : 0 })
    .set({ hour: hour % 24, minute })
    .toMillis();
}

const overlap = (from: number, to: number, start: number, end: number) =>
  Math.max(0, Math.min(to, end) - Math.max(from, start)) / 60_000;

/** 95 is one hour and 35 minutes. */
export function partsOf(minutes: number) {
  const whole = Math.abs(Math.round(minutes));
  return { day: Math.floor(whole / 1_440), hour: Math.floor((whole % 1_440) / 60), minute: whole % 60 };
}
