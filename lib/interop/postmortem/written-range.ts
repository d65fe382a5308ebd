import { clockAt, type WrittenClock } from "./written-clock";
import { dateAt, type WrittenDate } from "./written-date";

const range = /\s*(?:[-–—→/]|to|until|till|and|bis|und|à|et|tot|en|hasta|y)\s*(?=[\dA-Za-z~])/iy;

type Begun = {
  from: number;
  americans: boolean;
  /** The time that begins it: as written, and as read. */
  begin: string;
  clock: WrittenClock;
};
type Range = {
  clock: WrittenClock;
  until: { date: WrittenDate | null; clock: WrittenClock };
  length: number;
};

/** The zone of `T10:15-08:00` and of `10:15:30-08:00`: no range. */
export function offsetBehind(source: string, from: number, begin: string) {
  const isExact = /^\d{1,2}:\d{2}:\d{2}/.test(begin) || source[from - begin.length - 1] === "T";
  return isExact ? (/^[-−](?:0\d|1[0-4]):?[0-5]\d(?![\d:])/.exec(source.slice(from, from + 8))?.[0] ?? "") : "";
}

/** The end of `10:15-11:30 PM`, whose PM is that of its beginning too; null where no range goes on there. */
export function rangeBehind(source: string, { from, americans, begin, clock }: Begun): Range | null {
  range.lastIndex = from;
  const gap = range.exec(source);
  if (!gap) return null;
  const date = dateAt(source, from + gap[0].length, americans);
  const at = from + gap[0].length + (date ? date.length + 1 : 0);
  const end = clockAt(source, at, date !== null);
  if (!end || end.clock.hour === null) return null;
  const isEvening = /p\.?m/i.test(source.slice(at, at + end.length)) && !/[ap]\.?m?$/i.test(begin.trim());
  const hour = (clock.hour ?? 12) + 12;
  const both = isEvening && hour <= end.clock.hour ? { ...clock, hour } : clock;
  return { clock: both, until: { date: date?.date ?? null, clock: end.clock }, length: at + end.length - from };
}
