/** A date as written: what is not said is null. */
export type WrittenDate = { year: number | null; month: number | null; day: number | null };
type Read = { date: WrittenDate; length: number };

const names: [number, string][] = [
  [1, "jan(?:uary|uar|vier|uari)?|ene(?:ro)?"],
  [2, "feb(?:ruary|ruar|ruari|rero)?|f[ée]vr(?:ier)?"],
  [3, "mar(?:ch|s|zo)?|m[äa]rz|maart|mrt"],
  [4, "apr(?:il)?|avr(?:il)?|abr(?:il)?"],
  [5, "may|mai|mei|mayo"],
  [6, "june?|juni?|juin|junio"],
  [7, "july?|juli?|juillet|julio"],
  [8, "aug(?:ust|ustus)?|ao[ûu]t|ago(?:sto)?"],
  [9, "sept?(?:ember|embre|iembre)?"],
  [10, "o[ck]t(?:ober|obre|ubre)?"],
  [11, "nov(?:ember|embre|iembre)?"],
  [12, "de[cz](?:ember)?|d[ée]c(?:embre)?|dic(?:iembre)?"],
];
const months = names.map(([, pattern]) => pattern).join("|");
const whichMonth = names.map(([number, pattern]) => [number, new RegExp(`^(?:${pattern})$`, "i")] as const);
const numberOf = (name: string) => whichMonth.find(([, pattern]) => pattern.test(name))?.[0] ?? null;

const th = "(?:st|nd|rd|th|er|\\.)?";
const blank = "[?xXMDYTHd_-]{2}";
const iso = new RegExp(`(\\d{4})([-/.])(\\d{1,2}|${blank})\\2(\\d{1,2}|${blank})(?!\\d)`, "y");
const isoMonth = /(\d{4})-(\d{2})(?![-\d])/y;
const rough = /\d{4}\/\d{2,4}[-/.][?xXMD]{2}(?:[-/.][?xXMD]{2})?/y;
// a year with a digit too many or too few is a year that nobody knows
const slipped = /\d{5}-\d{2}-\d{2}(?![-\d])|\d{1,2}\/\d{1,2}\/\d{3}(?![\d/])/y;
const numeric = /(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y;
// `October 29-30, 2025` begins on the 29th
const days = `(\\d{1,2})${th}(?:\\s?[-–]\\s?\\d{1,2}${th})?`;
const monthFirst = new RegExp(`(${months})\\.?\\s+${days}(?!\\d|:\\d)(?:,?\\s+(\\d{4})(?!\\d))?`, "iy");
const dayFirst = new RegExp(
  `${days}(?:\\s+of|\\s+de)?\\s+(${months})(?![a-z])\\.?(?:,?\\s+(?:de\\s+)?(\\d{4})(?!\\d))?`,
  "iy",
);
const monthOnly = new RegExp(`(${months})\\.?,?\\s+(\\d{4})(?!\\d)`, "iy");

const number = (text: string | undefined) => (text && /^\d+$/.test(text) ? Number(text) : null);

function at(pattern: RegExp, text: string, from: number) {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** The date that begins there. `americans`: of 3/4/2030 the month comes first. */
export function dateAt(text: string, from: number, americans = false): Read | null {
  for (const read of [readIso, readRough, readNumeric, readMonthFirst, readDayFirst, readMonth]) {
    const found = read(text, from, americans);
    if (found && possible(found.date)) return found;
  }
  return null;
}

type Reader = (text: string, from: number, americans: boolean) => Read | null;

const readIso: Reader = (text, from) => {
  const match = at(iso, text, from);
  if (match) return read(match, number(match[1]), number(match[3]), number(match[4]));
  const month = at(isoMonth, text, from);
  return month && read(month, number(month[1]), number(month[2]), null);
};

const readRough: Reader = (text, from) => {
  const match = at(rough, text, from) ?? at(slipped, text, from);
  return match && read(match, null, null, null);
};

const readNumeric: Reader = (text, from, americans) => {
  const match = at(numeric, text, from);
  if (!match) return null;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const swapped = second > 12 || (americans && first <= 12 && match[2] !== ".");
  const [day, month] = swapped ? [second, first] : [first, second];
  return read(match, year < 100 ? 2000 + year : year, month, day);
};

const readMonthFirst: Reader = (text, from) => {
  const match = at(monthFirst, text, from);
  return match && read(match, number(match[3]), numberOf(match[1] ?? ""), number(match[2]));
};

const readDayFirst: Reader = (text, from) => {
  const match = at(dayFirst, text, from);
  return match && read(match, number(match[3]), numberOf(match[2] ?? ""), number(match[1]));
};

const readMonth: Reader = (text, from) => {
  const match = at(monthOnly, text, from);
  return match && read(match, number(match[2]), numberOf(match[1] ?? ""), null);
};

const read = (match: RegExpExecArray, year: number | null, month: number | null, day: number | null): Read => ({
  date: { year, month, day },
  length: match[0].length,
});

const possible = ({ year, month, day }: WrittenDate) =>
  (year === null || (year > 1970 && year < 2200)) &&
  (month === null || (month > 0 && month < 13)) &&
  (day === null || (day > 0 && day < 32));

/** Whether a text writes its dates as Americans do, by the first that can be read in one way only. */
export function writesMonthFirst(text: string) {
  for (const [, first, , second] of text
    .slice(0, 200_000)
    .matchAll(/(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])/g)) {
    if (Number(first) > 12) return false;
    if (Number(second) > 12) return true;
  }
  return /\d\s?[AP]M\b/.test(text);
}

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const weekday = /(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs|r)?\b[.,]?/iy;

/** ISO number of the weekday that begins there. */
export function weekdayAt(text: string, from: number) {
  const match = at(weekday, text, from);
  return match && { day: weekdays.indexOf((match[1] ?? "").toLowerCase()) + 1, length: match[0].length };
}
