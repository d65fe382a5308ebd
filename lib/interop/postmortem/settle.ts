import { DateTime } from "luxon";
import type { FuzzyTime } from "@/lib/postmortem/input";
import type { Stamp } from "./stamp";
import type { WrittenClock } from "./written-clock";
import type { WrittenDate } from "./written-date";

/** What the times before it leave open for the next one. */
export type Carried = {
  /** The day that holds until another is named. */
  day: DateTime | null;
  /** Of the time before, for a clock that passes midnight. */
  last: DateTime | null;
  zone: string;
  /** From which `T+12` counts. */
  zero: DateTime | null;
  /** To which a time of day without a date belongs wherever it stands. */
  home?: DateTime | null;
  /** By how many minutes a clock may go back on one day. */
  patience?: number | undefined;
  /** It was named and nothing came after it: no clock passed midnight yet. */
  fresh: boolean;
};

export const carry = (zone: string, day: DateTime | null = null): Carried => ({
  ...{ zone, day, last: null, zero: null, fresh: true },
});

export type Settled = { at: FuzzyTime; until: FuzzyTime | null; carried: Carried };

/** A clock that goes back by more than this has passed midnight; by less, it was written out of order. */
const passesMidnight = 8 * 60;

/** Makes an instant of what is written and what was carried to it; what is not known stays unknown. */
export function settle(stamp: Stamp, carried: Carried): Settled {
  if (stamp.since !== null) return { ...settleSince(stamp, carried), until: null };
  const zone = stamp.zone ?? carried.zone;
  const day = dayOf(stamp, carried, zone);
  const { clock, date } = stamp;
  const vague = date !== null && (date.month === null || date.day === null);
  const unknown = stamp.blank && !date && !clock;
  if (vague || unknown || !day) return { at: rough(stamp, zone), until: null, carried };
  if (!clock || clock.hour === null)
    return { at: ofDay(day, stamp), until: null, carried: { ...carried, day, last: null, fresh: date !== null } };
  const isAtHome = carried.home != null && date === null && stamp.daysLater === null && stamp.weekday === null;
  const named = isAtHome || date !== null || stamp.daysLater !== null || stamp.weekday !== null || carried.fresh;
  const instant = onward(onClock(day, clock), named ? null : carried.last, carried.patience);
  const at = said(instant, stamp, precisionOf(clock));
  return {
    at,
    until: endOf(stamp, instant, zone),
    carried: { ...carried, day: instant.startOf("day"), last: instant, fresh: false },
  };
}

function dayOf({ date, weekday, daysLater }: Stamp, { day, home, zone: kept }: Carried, zone: string) {
  if (date) return named(date, day, zone);
  const here = (home ?? day)?.setZone(zone, { keepLocalTime: zone !== kept }) ?? null;
  if (!here) return null;
  if (daysLater !== null) return here.plus({ days: daysLater });
  return weekday === null ? here : here.plus({ days: (weekday - here.weekday + 7) % 7 });
}

/** A date without its year lies near the one before. */
function named({ year, month, day }: WrittenDate, near: DateTime | null, zone: string) {
  if (month === null || day === null) return null;
  if (year !== null) return valid(DateTime.fromObject({ year, month, day }, { zone }));
  if (!near) return null;
  const turn = month - near.month < -6 ? 1 : month - near.month > 6 ? -1 : 0;
  return valid(DateTime.fromObject({ year: near.year + turn, month, day }, { zone }));
}

const valid = (at: DateTime) => (at.isValid ? at : null);

const onClock = (day: DateTime, { hour, minute, second }: WrittenClock) =>
  day
    .plus({ days: hour === 24 ? 1 : 0 })
    .set({ hour: (hour ?? 0) % 24, minute: minute ?? 0, second: second ?? 0, millisecond: 0 });

const onward = (at: DateTime, last: DateTime | null, patience = passesMidnight) =>
  last && last.diff(at, "minutes").minutes > patience ? at.plus({ days: 1 }) : at;

function endOf({ until }: Stamp, start: DateTime, zone: string): FuzzyTime | null {
  if (!until) return null;
  const day = until.date ? named(until.date, start, zone) : start.startOf("day");
  if (!day) return null;
  const end = onClock(day, until.clock);
  const at = until.date === null && end < start ? end.plus({ days: 1 }) : end;
  return {
    at: at.toISO({ suppressMilliseconds: true }),
    precision: precisionOf(until.clock),
    bound: "exact",
    text: "",
  };
}

const precisionOf = ({ minute, second }: WrittenClock) =>
  minute === null ? "hour" : second === null ? ("minute" as const) : ("second" as const);

const said = (at: DateTime, { bound, text }: Stamp, precision: FuzzyTime["precision"]): FuzzyTime => ({
  ...{ at: at.toISO({ suppressMilliseconds: true }), precision, bound },
  text: text.slice(0, 300),
});

const ofDay = (day: DateTime, stamp: Stamp) => said(day.startOf("day"), stamp, "day");

function rough(stamp: Stamp, zone: string): FuzzyTime {
  const { year, month } = stamp.date ?? { year: null, month: null };
  const at = year && month ? valid(DateTime.fromObject({ year, month, day: 1 }, { zone })) : null;
  return at
    ? said(at, stamp, "month")
    : { at: null, precision: "unknown", bound: stamp.bound, text: stamp.text.slice(0, 300) };
}

function settleSince(stamp: Stamp, carried: Carried) {
  const at = carried.zero?.plus({ minutes: stamp.since ?? 0 });
  if (!at) return { at: rough({ ...stamp, date: null }, carried.zone), carried };
  return { at: said(at, stamp, "minute"), carried: { ...carried, last: at } };
}
