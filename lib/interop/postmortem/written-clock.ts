/** A time of day as written. `minute` is null where only the hour is said, `hour` where a placeholder stands. */
export type WrittenClock = { hour: number | null; minute: number | null; second: number | null };
type Read = { clock: WrittenClock; length: number };

// `10:45a` too, where it stands close
const meridiem = String.raw`(?:\s?(?<half>[AaPp])(?:\.?[Mm]\b\.?|(?<=\d[ap])(?![A-Za-z\d])))?`;
const colon = new RegExp(String.raw`([01]?\d|2[0-4])[:∶]([0-5]\d)(?!\d|:\d)${meridiem}`, "y");
const withSeconds = new RegExp(String.raw`([01]?\d|2[0-4]):([0-5]\d):([0-5]\d)(?:[.,]\d{1,9})?${meridiem}`, "y");
const bare = /(1[0-2]|0?[1-9])\s?(?<half>[AaPp])\.?[Mm]\b\.?/y;
const french = /([01]?\d|2[0-3])\s?[hH]\s?([0-5]\d)(?!\d)/y;
const dotted = /([01]?\d|2[0-3])\.([0-5]\d)(?=\s?(?:Uhr|uhr|uur|h\b)|\s?[AaPp][Mm]\b)(?:\s?(?<half>[AaPp])[Mm]\b)?/y;
const half = /([01]?\d|2[0-3]):(?:[?xX]{2}|[0-5][?xX])/y;
const blank = /(?:HH|hh|[?xX]{2}|--|—|__):(?:mm|MM|[?xX]{2}|--|—|__)(?::(?:ss|SS|[?xX]{2}|--))?/y;
const words = /(noon|midday|midnight)\b/iy;
const military = /([01]\d|2[0-3])([0-5]\d)(?=$|\s?(?:h|hrs|hours|Z|[\s)\]|:,-]))(?:\s?(?:hrs|hours|h)\b)?/y;
const points = /([01]?\d|2[0-3])\.([0-5]\d)(?![.,\d]|\s?(?:[KMGT]i?B|%|ms|s|x)\b)/y;
const unit = /\s?(?:Uhr|uhr|uur)\b/y;

function at(pattern: RegExp, text: string, from: number) {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** The time of day that begins there. `1405` and `14.05` count only where a date stands before them. */
export function clockAt(text: string, from: number, afterDate: boolean): Read | null {
  const found = written(text, from) ?? (afterDate ? behindDate(text, from) : null);
  if (!found) return null;
  const after = at(unit, text, from + found.length);
  return { ...found, length: found.length + (after?.[0].length ?? 0) };
}

function written(text: string, from: number): Read | null {
  const match = at(withSeconds, text, from) ?? at(colon, text, from);
  if (match) return read(match, match[1], match[2], match.length > 4 ? match[3] : undefined);
  const [spoken, plain] = [at(words, text, from), at(bare, text, from)];
  if (plain) return read(plain, plain[1], "0");
  if (spoken) return read(spoken, /midnight/i.test(spoken[0]) ? "0" : "12", "0");
  const european = at(french, text, from) ?? at(dotted, text, from);
  if (european) return read(european, european[1], european[2]);
  const partly = at(half, text, from);
  if (partly) return { clock: { hour: Number(partly[1]), minute: null, second: null }, length: partly[0].length };
  const nothing = at(blank, text, from);
  return nothing && { clock: { hour: null, minute: null, second: null }, length: nothing[0].length };
}

/** `1405` and `14.05` are times where nothing else can stand. */
function behindDate(text: string, from: number) {
  const match = at(military, text, from) ?? at(points, text, from);
  return match && read(match, match[1], match[2]);
}

function read(match: RegExpExecArray, hour?: string, minute?: string, second?: string): Read {
  const clock = {
    hour: inHalf(Number(hour), match.groups?.half),
    minute: Number(minute),
    second: second ? Number(second) : null,
  };
  return { clock, length: match[0].length };
}

// `14:00 PM` and `23:00 AM` are written too: the hour says already which half it is
function inHalf(hour: number, half: string | undefined) {
  if (!half || hour > 12) return hour;
  const base = hour % 12;
  return half.toLowerCase() === "p" ? base + 12 : base;
}
