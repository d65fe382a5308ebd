import { DateTime } from "luxon";

export type Clock = {
  /** IANA name; for times that say none themselves. */
  zone: string;
  /** Where a date like 3/4/2026 begins with the day. */
  dayFirst: boolean;
  /** ISO date, for times that say no day. */
  day?: string | undefined;
};

const offset = String.raw`\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?:\s*\([\w +:-]*\))?$`;
const ofDay = String.raw`(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?`;
const after = `(?:(?:[T,]|\\s)+${ofDay})?${offset}`;
const month = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const weekday = "(?:[a-z]{2,9},?\\s+)?";
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const yearFirst = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${after}`, "i");
const numbers = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d\\d)${after}`, "i");
const dayAndName = new RegExp(`^${weekday}(\\d{1,2})[\\s-]+${month}\\.?,?[\\s-]+(\\d{4})${after}`, "i");
const nameAndDay = new RegExp(`^${weekday}${month}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${after}`, "i");
const timeOnly = new RegExp(`^${ofDay}${offset}`, "i");

/** Which instants a number may be: seconds, milli-, micro- or nanoseconds since 1970, between 1980 and 2126. */
const epochs: [from: number, perMs: number][] = [
  [315_532_800, 0.001],
  [315_532_800_000, 1],
  [315_532_800_000_000, 1_000],
  [315_532_800_000_000_000, 1_000_000],
];

/** An instant in ms since 1970, or null for what is none. */
export function instantOf(cell: string, clock: Clock): number | null {
  if (/^\d{9,19}(?:\.\d+)?$/.test(cell)) return epochOf(Number(cell));
  const said = partsOf(cell, clock);
  if (!said) return null;
  const [year, monthNo, day, hour = "0", minute = "0", second = "0", fraction = "0", half, zone] = said;
  const time = DateTime.fromObject(
    {
      year: year.length === 2 ? 2000 + Number(year) : Number(year),
      month: Number(monthNo),
      day: Number(day),
      hour: hourOf(Number(hour), half),
      minute: Number(minute),
      second: Number(second),
      millisecond: Math.floor(Number(`0.${fraction}`) * 1_000),
    },
    { zone: zoneOf(zone, clock.zone) },
  );
  return time.isValid ? time.toMillis() : null;
}

export const isTimeOnly = (cell: string) => timeOnly.test(cell);
/** Of a date in numbers, the first two; null for another form. */
export function leadingNumbers(cell: string) {
  const [, first, second] = numbers.exec(cell) ?? [];
  return first && second ? ([Number(first), Number(second)] as const) : null;
}

type Said = [year: string, month: string, day: string, ...rest: (string | undefined)[]];

function partsOf(cell: string, { dayFirst, day }: Clock): Said | null {
  const [, ...iso] = yearFirst.exec(cell) ?? [];
  if (iso.length > 0) return iso as Said;
  const [, first = "", second = "", year = "", ...rest] = numbers.exec(cell) ?? [];
  if (year) return dayFirst ? [year, second, first, ...rest] : [year, first, second, ...rest];
  const [, d = "", dName = "", dYear = "", ...dRest] = dayAndName.exec(cell) ?? [];
  if (dYear) return [dYear, numberOf(dName), d, ...dRest];
  const [, mName = "", mDay = "", mYear = "", ...mRest] = nameAndDay.exec(cell) ?? [];
  if (mYear) return [mYear, numberOf(mName), mDay, ...mRest];
  const [, ...clock] = timeOnly.exec(cell) ?? [];
  return clock.length > 0 && day ? ([...day.split("-"), ...clock] as Said) : null;
}

function epochOf(number: number) {
  const found = epochs.findLast(([from]) => number >= from);
  const ms = found ? number / found[1] : 0;
  return ms > 0 && ms < 4_922_640_000_000 ? Math.round(ms) : null;
}

const numberOf = (name: string) => String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);

function hourOf(hour: number, half?: string) {
  // "14:00 PM" is written by people who mean 14:00
  if (!half || hour > 12) return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

function zoneOf(said: string | undefined, otherwise: string) {
  if (!said) return otherwise;
  return /^[+-]/.test(said) ? `UTC${said.length === 3 ? `${said}:00` : said.replace(/^(...)(\d\d)$/, "$1:$2")}` : "utc";
}
