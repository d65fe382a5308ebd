import { type FoundEvent, found } from "./found-event";
import type { Line } from "./lines";
import { type Stamp, stampAt } from "./stamp";
import { dateAt } from "./written-date";
import { regionBehind, zonePattern } from "./zone";

const mostSentence = 2_000;

/** Sentences that say a time of day: each is an event, and the days they name hold for those after. */
export function eventsOfProse(lines: readonly Line[], americans: boolean): FoundEvent[] {
  return paragraphsOf(lines)
    .flatMap((paragraph) => sentencesOf(paragraph, americans))
    .flatMap((sentence) => eventsOfSentence(sentence, americans));
}

// `10:55 a.m. PST` does not end where its points stand
const sentenceEnd = new RegExp(
  String.raw`(?<=[.!?]["”)]?)(?<![ap]\.m\.(?=\s+(?:${zonePattern}|${regionBehind})))\s+(?=["“(]?[\p{Lu}\d])`,
  "u",
);

/** A paragraph that ends with nothing but its time, as status pages write, is one sentence. */
function sentencesOf(paragraph: string, americans: boolean) {
  const sentences = paragraph.split(sentenceEnd);
  const last = sentences.at(-1) ?? "";
  const stamp = sentences.length > 1 && last.length < 60 ? stampAt(last, americans) : null;
  return stamp?.clock && stamp.end >= last.length ? [paragraph] : sentences;
}

function paragraphsOf(lines: readonly Line[]) {
  const paragraphs = [""];
  for (const { kind, text, quoted } of lines) {
    if (quoted || kind === "code" || kind === "row") continue;
    if (kind === "text" && paragraphs.at(-1)) paragraphs[paragraphs.length - 1] += ` ${text}`;
    else paragraphs.push(kind === "blank" || kind === "heading" ? "" : text);
  }
  return paragraphs.filter(Boolean);
}

/** Each time of a sentence that has a clause of its own is an event, told in its clause. */
function eventsOfSentence(sentence: string, americans: boolean): FoundEvent[] {
  if (sentence.length > mostSentence) return [];
  const plain = sentence.replaceAll(/`[^`]*`|\]\([^)]*\)|https?:\/\/\S+/g, (match) => " ".repeat(match.length));
  const clauses = clausesOf(plain, americans);
  if (clauses.length) return clauses.map(({ stamp, from, to }) => found("prose", stamp, told(sentence, from, to)));
  const day = dayWithin(plain, americans);
  return day ? [found("prose", day, "", "", true)] : [];
}

/** `until 18:40 UTC` alone says nothing: then the sentence does. */
const told = (sentence: string, from: number, to: number) =>
  (to - from < 40 ? sentence : sentence.slice(from, to)).trim();

type Clause = { stamp: Stamp; from: number; to: number };

const clockSeen =
  /(?<![\d:./-])(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?(?![\d:])|\s?[ap]\.?m\b)|\b(?:noon|midnight)\b/gi;
const about = /\b(?:about|around|approximately|roughly|circa|ca\.)\s*$/i;
// a comma behind a number is that of a date
const boundary = /(?<!\d)[,;]\s+(?:and\s+|but\s+)?|\s+(?=(?:and|but|until|with|when|while|before|after)\s)/g;

function clausesOf(text: string, americans: boolean): Clause[] {
  const clauses: Clause[] = [];
  let read = 0;
  for (const { index } of text.matchAll(clockSeen)) {
    const stamp = index < read ? null : stampAt(text.slice(index), americans);
    if (!stamp?.clock) continue;
    const cut = clauses.length ? lastBoundary(text.slice(read, index)) : 0;
    const last = clauses.at(-1);
    // what only another comma or none parts from the time before it belongs to that one
    if (cut === null) continue;
    if (last) last.to = read + cut;
    const from = last ? read + cut : 0;
    const date = stamp.date ?? dayWithin(text.slice(from, index), americans)?.date ?? null;
    const bound = about.test(text.slice(0, index)) ? "about" : stamp.bound;
    clauses.push({ stamp: { ...stamp, bound, date, end: 0 }, from, to: text.length });
    read = index + text.slice(index, index + stamp.end).replace(/[\s,;.:–—-]+$/, "").length;
  }
  const [only] = clauses;
  // a day behind the only time is that time's own
  if (only && clauses.length === 1 && !only.stamp.date)
    only.stamp = { ...only.stamp, date: dayWithin(text, americans)?.date ?? null };
  return clauses;
}

function lastBoundary(between: string) {
  const found = [...between.matchAll(boundary)].at(-1);
  return found ? found.index + (/^\s/.test(found[0]) ? 0 : 1) : null;
}

/** A whole day that a text names somewhere, or the month and day of one. */
export function dayWithin(text: string, americans: boolean): Stamp | null {
  for (const { index } of text.slice(0, mostSentence).matchAll(/(?<![\p{L}\p{N}/-])[\p{L}\d]/gu)) {
    const found = dateAt(text, index, americans);
    if (found?.date.day != null && found.date.month !== null)
      return ofDay(found.date, text.slice(index, index + found.length));
  }
  return null;
}

const ofDay = (date: NonNullable<Stamp["date"]>, text: string): Stamp => ({
  ...{ date, weekday: null, clock: null, zone: null, daysLater: null, since: null, bound: "exact", until: null },
  ...{ blank: false, text, end: 0 },
});
