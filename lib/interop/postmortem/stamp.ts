import { skipMarks } from "./stamp-skips";
import { type Reading, steps } from "./stamp-steps";
import type { WrittenClock } from "./written-clock";
import type { WrittenDate } from "./written-date";

export type Bound = "exact" | "not-before" | "not-after" | "about";

/** A time as it is written at the beginning of a text. */
export type Stamp = {
  date: WrittenDate | null;
  /** ISO number. */
  weekday: number | null;
  clock: WrittenClock | null;
  zone: string | null;
  /** Days after the one that went before, as `next day` says. */
  daysLater: number | null;
  /** Minutes after the start, as `T+12` says. */
  since: number | null;
  bound: Bound;
  until: { date: WrittenDate | null; clock: WrittenClock } | null;
  /** It says itself that it is not known. */
  blank: boolean;
  text: string;
  /** Where what follows begins. */
  end: number;
};

const separators = /(?:[\s*_`)\]}|:,;.>–—→-]|\[\^[\w-]{1,20}\])*/y;

/** The time at the beginning of a text, behind marks like `- **[`; null where it begins otherwise. */
export function stampAt(source: string, americans = false): Stamp | null {
  const reading: Reading = { ...nothing, americans, source };
  let [at, end, begin] = [0, 0, -1];
  for (let eaten = -1; eaten !== 0 && at < 160; at += eaten) {
    const [length, isTold] = nextOf(reading, at);
    eaten = length;
    if (!isTold) continue;
    if (begin < 0) begin = at;
    end = at + eaten;
  }
  const { americans: _a, source: _s, ...stamp } = reading;
  if (!tells(stamp)) return null;
  separators.lastIndex = end;
  const rest = end + (separators.exec(source)?.[0].length ?? 0);
  return { ...stamp, text: bare(source.slice(begin, end)), end: rest };
}

/** How much the first step takes that takes anything, and whether that says something of the time. */
function nextOf(reading: Reading, at: number): [number, boolean] {
  for (const step of steps) {
    const length = step(reading, at);
    if (length > 0) return [length, step !== skipMarks];
  }
  return [0, false];
}

const bare = (text: string) => {
  const trimmed = text.replace(/^[\s([*_`]+/, "").replace(/[\s*_`,\]]+$/, "");
  return trimmed.includes("(") && !trimmed.includes(")") ? `${trimmed})` : trimmed;
};

const nothing: Stamp = {
  ...{ date: null, weekday: null, clock: null, zone: null, daysLater: null, since: null, bound: "exact", until: null },
  ...{ blank: false, text: "", end: 0 },
};

const tells = ({ date, clock, since: t, daysLater, weekday, blank }: Stamp) =>
  date !== null || clock !== null || t !== null || blank || (weekday !== null && daysLater !== null);
