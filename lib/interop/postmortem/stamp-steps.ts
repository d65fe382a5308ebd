import type { Bound, Stamp } from "./stamp";
import { eat, skipAgain, skipBetween, skipMarks } from "./stamp-skips";
import { clockAt } from "./written-clock";
import { dateAt, weekdayAt } from "./written-date";
import { offsetBehind, rangeBehind } from "./written-range";
import { regionBehind, zoneNamed, zonePattern } from "./zone";

const boundWords: [RegExp, Bound][] = [
  [
    /(?:ca?\.|circa|about|around|approx(?:\.|imately)?|roughly|etwa|gegen|vers|environ|omstreeks|rond|hacia|[~≈±])\s*(?=[\dA-Z~?])/iy,
    "about",
  ],
  [/(?:before|by|no later than|until|vor|avant|vóór|antes de)\s+(?=\d)/iy, "not-after"],
  [/(?:after|since|from|nach|seit|après|depuis|na|vanaf|después de|desde)\s+(?=\d)/iy, "not-before"],
];
const later = /(?:the )?(?:next|following) day\b|same day\b/iy;
const unknown = /\[?\?{2,3}\]?(?![?\w])|(?:(?:time|date)s?\s+)?(?:TB[CD]|unknown|n\/a|not known)(?![\w/])/iy;
const since =
  /(?:T\s?(?=[+\-−])|(?=\+))([+\-−])\s?(?:(\d{1,3}):([0-5]\d)(?::[0-5]\d)?|(\d{1,5})\s?(h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)?(?:\s?(\d{1,2})\s?m(?:in)?)?)(?!\w|:\d)/iy;
const zone = new RegExp(
  `(?:${zonePattern}|${regionBehind})|[+\\-−](?:0\\d|1[0-4]):?[0-5]\\d(?!\\d)|Z(?![A-Za-z])`,
  "y",
);
const about = /\s?[~?](?![\w])/y;

export type Reading = Stamp & { americans: boolean; source: string };
/** Takes what it knows from the front of what is left, and answers how much that was. */
type Step = (reading: Reading, from: number) => number;

export const steps: Step[] = [
  skipAgain,
  skipMarks,
  skipBetween,
  takeBound,
  takeSince,
  takeDate,
  takeClock,
  takeZone,
  takeLater,
  takeWeekday,
  takeUnknown,
];

function takeBound(reading: Reading, from: number) {
  if (reading.clock || reading.until) return 0;
  for (const [pattern, bound] of boundWords) {
    const match = eat(pattern, reading.source, from);
    if (match) reading.bound = bound;
    if (match) return match[0].length;
  }
  return 0;
}

function takeSince(reading: Reading, from: number) {
  const match = reading.clock || reading.since !== null ? null : eat(since, reading.source, from);
  if (!match) return 0;
  const [whole, sign, hours, minutes, count, said, more] = match;
  // without its T, a number is only a number
  if (!/^T/i.test(whole) && count && !said) return 0;
  const unit = said?.toLowerCase() ?? "m";
  const factor = unit.startsWith("h") ? 60 : unit.startsWith("s") ? 1 / 60 : 1;
  const length = count ? Number(count) * factor + Number(more ?? 0) : Number(hours) * 60 + Number(minutes);
  reading.since = Math.round(sign === "+" ? length : -length);
  return match[0].length;
}

function takeDate(reading: Reading, from: number) {
  const found = reading.date ? null : dateAt(reading.source, from, reading.americans);
  if (found) reading.date = found.date;
  return found?.length ?? 0;
}

function takeClock(reading: Reading, from: number) {
  const { source, americans } = reading;
  const found = reading.clock ? null : clockAt(source, from, reading.date !== null);
  if (!found) return 0;
  reading.clock = found.clock;
  let end = from + found.length;
  const doubt = eat(about, source, end);
  if (doubt) reading.bound = "about";
  end += doubt?.[0].length ?? 0;
  const begin = source.slice(from, end);
  const offset = offsetBehind(source, end, begin);
  if (offset) reading.zone = zoneNamed(offset);
  if (offset) return end + offset.length - from;
  const range = rangeBehind(source, { from: end, americans, begin, clock: found.clock });
  if (range) [reading.clock, reading.until] = [range.clock, range.until];
  return end + (range?.length ?? 0) - from;
}

function takeZone(reading: Reading, from: number) {
  const match = reading.clock ? eat(zone, reading.source, from) : null;
  const named = match && zoneNamed(match[0]);
  if (!named) return 0;
  if (!reading.zone || /\d/.test(match[0])) reading.zone = named;
  return match[0].length + untilBehind(reading, from + match[0].length);
}

/** `15:24 PDT to 16:52 PDT` names its zone before it goes on. */
function untilBehind(reading: Reading, from: number) {
  const { source, americans, clock, until } = reading;
  const range = clock && !until ? rangeBehind(source, { from, americans, begin: "am", clock }) : null;
  if (range) reading.until = range.until;
  return range?.length ?? 0;
}

function takeLater(reading: Reading, from: number) {
  const match = reading.daysLater === null ? eat(later, reading.source, from) : null;
  if (match) reading.daysLater = /same/i.test(match[0]) ? 0 : 1;
  return match?.[0].length ?? 0;
}

function takeWeekday(reading: Reading, from: number) {
  const found = reading.weekday === null ? weekdayAt(reading.source, from) : null;
  // behind its time of day a weekday counts only with its date
  if (found && reading.clock && !dateAt(reading.source, dayBehind(reading.source, from + found.length))) return 0;
  if (found) reading.weekday = found.day;
  return found?.length ?? 0;
}

const dayBehind = (source: string, from: number) =>
  from + (/^[\s,]*/.exec(source.slice(from, from + 8))?.[0].length ?? 0);

function takeUnknown(reading: Reading, from: number) {
  const match = reading.clock || reading.blank ? null : eat(unknown, reading.source, from);
  if (match) reading.blank = true;
  return match?.[0].length ?? 0;
}
