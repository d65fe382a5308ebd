import { sinceText } from "@/lib/relative/rules";

/** The beginning of an incident: the instant, and how far its clock was ahead of UTC when it was written down. */
export type Zero = { at: number; offsetMinutes: number };

const minute = 60_000;
const day = 24 * 60 * minute;

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const month =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const weekday = "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? (?:the )?)?";
const clock = "(\\d{1,2}):(\\d{2})(?::\\d{2}(?:[.,]\\d+)?)?";
const zone = "(?: ?(Z|UTC|GMT|[A-Z]{3,4}T|[+-]\\d{2}:?\\d{2})\\b)?";

const whole = new RegExp(`${weekday}\\b(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[T ,]+(?:at )?${clock}${zone}`, "g");
const isoDay = new RegExp(`${weekday}\\b(\\d{4})[-/](\\d\\d)[-/](\\d\\d)\\b`, "g");
const dayMonth = new RegExp(
  `${weekday}\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? ${month}(?:,? (\\d{4}))?(?!\\p{L})`,
  "gu",
);
const monthDay = new RegExp(`${weekday}\\b${month} (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,? (\\d{4}))?`, "g");
const monthYear = new RegExp(`\\b${month} (\\d{4})\\b`, "g");
const slashed = /\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b/g;
/** A time of the day, where it is said to be one: after such a word, at the head of a line or cell, before a zone. */
const timeOfDay = new RegExp(
  `(?<=^[ \\t>*|[(-]*|\\| *|\\b(?:[Aa]t|[Aa]round|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Ss]ince|to|[Aa]bout|and|[Uu]m|[Àà]|[Oo]m|[Aa] las) |[~–-] ?)${clock}(?: ?([AaPp])\\.?[Mm]\\.?)?${zone}(?!\\d)`,
  "gm",
);
const zonedTime = new RegExp(
  `(?<![\\dT+:-])${clock}(?: ?([AaPp])\\.?[Mm]\\b\\.?)?(?: ?(Z|UTC|GMT|[A-Z]{2,4}T)\\b)(?!\\d)`,
  "g",
);

/** A text in which every date and time that can be read counts from the beginning. What names a month alone says `date`. */
export function relativeText(text: string, zero: Zero | null) {
  const at = (y: number, m: number, d: number, minutes: number, ahead: number) =>
    Date.UTC(y, m, d) + (minutes - ahead) * minute;
  const since = (instant: number, inDays = false) => (zero ? sinceText(zero.at, instant, inDays) : "date");
  const onDay = (y: number, m: number, d: number) => {
    const start = zero ? Math.floor((zero.at + zero.offsetMinutes * minute) / day) * day : 0;
    return zero ? sinceText(start, Date.UTC(y, m, d), true) : "date";
  };
  const year = zero ? new Date(zero.at).getUTCFullYear() : 2000;
  const ofClock = (hit: string, h: string, m: string, half?: string, z?: string) =>
    zero ? since(instantOf(zero, h, m, half, aheadOf(z))) : hit;
  return text
    .replace(whole, (_, y, m, d, h, min, z) =>
      since(at(+y, m - 1, +d, h * 60 + +min, aheadOf(z) ?? zero?.offsetMinutes ?? 0)),
    )
    .replace(isoDay, (_, y, m, d) => onDay(+y, m - 1, +d))
    .replace(dayMonth, (_, d, m, y) => onDay(+(y ?? year), monthOf(m), +d))
    .replace(monthDay, (_, m, d, y) => onDay(+(y ?? year), monthOf(m), +d))
    .replace(monthYear, "date")
    .replace(slashed, "date")
    .replace(timeOfDay, ofClock)
    .replace(zonedTime, ofClock);
}

const monthOf = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase());

/** Minutes ahead of UTC of a zone that says so; null: it does not. */
function aheadOf(zone: string | undefined) {
  if (zone === undefined) return null;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (sign) return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return /^(Z|UTC|GMT)$/.test(zone) ? 0 : null;
}

/** A time of the day, on the day of the beginning or, if it is long before it, on the next one. */
function instantOf(zero: Zero, hours: string, minutes: string, half?: string, ahead: number | null = null) {
  const hour = (Number(hours) % (half ? 12 : 24)) + (/p/i.test(half ?? "") ? 12 : 0);
  const own = ahead ?? zero.offsetMinutes;
  const midnight = Math.floor((zero.at + own * minute) / day) * day;
  const at = midnight + (hour * 60 + Number(minutes) - own) * minute;
  return at < zero.at - day / 4 ? at + day : at;
}
