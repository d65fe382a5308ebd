import type { DurationName, SupportHours } from "@/lib/duration/rules";

/** A duration as the author wrote it by hand, to be held against what the times give. */
export type Stated = {
  name: DurationName;
  minutes: number;
  /** The hours it says it counts. */
  hours: SupportHours | null;
  text: string;
};

const names: [DurationName, RegExp][] = [
  ["acknowledge", /^(?:(?:mean )?time to ack\w*|tta)$/],
  ["detect", /^(?:(?:mean )?time to detect(?:ion)?|detection (?:delay|time lag)|ttd)$/],
  ["mitigate", /^(?:(?:mean )?time to (?:repair|mitigat(?:e|ion))|ttm)$/],
  ["resolve", /^(?:(?:mean )?time to (?:resol(?:ve|ution)|recover(?:y)?|restore)|ttr|mttr)$/],
];

const mostLines = 20_000;

/** What `**Time to repair**: 1h 5m` and its kin say, first word wins. */
export function statedDurations(markdown: string): Stated[] {
  const found = new Map<DurationName, Stated>();
  for (const line of markdown.split(/\r?\n/, mostLines)) {
    const stated = statedIn(line);
    if (stated && !found.has(stated.name)) found.set(stated.name, stated);
  }
  return [...found.values()];
}

function statedIn(line: string): Stated | null {
  if (line.length > 400) return null;
  const [, label = "", text = ""] = /^[\s>|*_+-]*([A-Za-z ()]{3,40}?)[\s*_]*[:|][\s*_]*(.*)$/.exec(line) ?? [];
  const plain = label
    .toLowerCase()
    .replace(/\(.*\)/, "")
    .trim();
  const name = names.find(([, pattern]) => pattern.test(plain))?.[0];
  const minutes = name && minutesOf(text);
  return name && minutes != null ? { name, minutes, hours: hoursOf(text), text: text.trim() } : null;
}

const units: [RegExp, number][] = [
  [/(\d+(?:\.\d+)?)\s*(?:w|weeks?)\b/, 10_080],
  [/(\d+(?:\.\d+)?)\s*(?:d|days?)\b/, 1_440],
  [/(\d+(?:\.\d+)?)\s*(?:h|hrs?|hours?)(?![a-z])/, 60],
  [/(\d+(?:\.\d+)?)\s*(?:m|mins?|minutes?)\b/, 1],
];

/** Minutes of `1d 5h 47m`, `5 hours 26 minutes`, `64 min`, `1:20`; null where there is none. */
export function minutesOf(text: string) {
  const told = text
    .toLowerCase()
    .replace(/\(.*/, "")
    .replaceAll(/(\d),(\d{3})/g, "$1$2");
  const parts = units.flatMap(([pattern, factor]) => {
    const number = pattern.exec(told)?.[1];
    return number === undefined ? [] : [Number(number) * factor];
  });
  if (parts.length) return Math.round(parts.reduce((sum, one) => sum + one));
  const [, hours, minutes] = /^\W*(\d{1,4}):([0-5]\d)\W*$/.exec(told) ?? [];
  return hours && minutes ? Number(hours) * 60 + Number(minutes) : null;
}

const clock = String.raw`([01]?\d|2[0-4]):([0-5]\d)`;
const hoursSaid = new RegExp(
  String.raw`(?:support|office|working|business) hours\D{0,20}${clock}\s*[-–—]\s*${clock}`,
  "i",
);

/** The hours of `7h (during support hours 10:00-17:00 M-F)`: Monday to Friday where it names no days. */
export function hoursOf(text: string): SupportHours | null {
  const [, h1 = "", m1, h2 = "", m2] = hoursSaid.exec(text) ?? [];
  if (!h1) return null;
  const days = /24\s*\/\s*7|every day|mon(?:day)?\s*[-–]\s*sun/i.test(text) ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5];
  return { days, from: `${h1.padStart(2, "0")}:${m1}`, to: `${h2.padStart(2, "0")}:${m2}` };
}
