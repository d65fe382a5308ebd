import { type FoundEvent, found } from "./found-event";
import type { Line } from "./lines";
import { type Stamp, stampAt } from "./stamp";
import { dateAt } from "./written-date";

const mostSentence = 2_000;

/** Sentences that say a time of day: each is an event, and the days they name hold for those after. */
export function eventsOfProse(lines: readonly Line[], americans: boolean): FoundEvent[] {
  return paragraphsOf(lines)
    .flatMap((paragraph) => sentencesOf(paragraph, americans))
    .flatMap((sentence) => eventsOfSentence(sentence, americans));
}

/** A paragraph that ends with nothing but its time, as status pages write, is one sentence. */
function sentencesOf(paragraph: string, americans: boolean) {
  const sentences = paragraph.split(/(?<=[.!?]["”)]?)\s+(?=["“(]?[\p{Lu}\d])/u);
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

function eventsOfSentence(sentence: string, americans: boolean): FoundEvent[] {
  if (sentence.length > mostSentence) return [];
  const plain = sentence.replaceAll(/`[^`]*`|\]\([^)]*\)|https?:\/\/\S+/g, (match) => " ".repeat(match.length));
  const stamp = timeWithin(plain, americans);
  if (stamp) return [found("prose", stamp, sentence)];
  const day = dayWithin(plain, americans);
  return day ? [found("prose", day, "", "", true)] : [];
}

const clockSeen = /(?<![\d:./-])(?:[01]?\d|2[0-4])(?::[0-5]\d(?![\d:])|\s?[ap]\.?m\b)|\b(?:noon|midnight)\b/gi;

function timeWithin(text: string, americans: boolean): Stamp | null {
  for (const { index } of text.matchAll(clockSeen)) {
    const stamp = stampAt(text.slice(index), americans);
    if (!stamp?.clock) continue;
    const day = stamp.date ? stamp : dayWithin(text, americans);
    const bound = /\b(?:about|around|approximately|roughly|circa|ca\.)\s*$/i.test(text.slice(0, index))
      ? "about"
      : stamp.bound;
    return { ...stamp, bound, date: day?.date ?? null, end: 0 };
  }
  return null;
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
