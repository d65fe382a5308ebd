import { type Anchor, bestPlace, placeOf, surroundings } from "@/lib/passage/rules";

/**
 * Where a passage stands in a text of today: as it was (`there`), changed (`changed`: what stands there now), or not any
 * more (`gone`). `before` and `after` are what surrounds it now.
 */
export type Found = { state: "there" | "changed"; text: string; before: string; after: string } | { state: "gone" };

/** Of the words of a passage so many must still be there, in order, to call it the same one. */
const alike = 0.6;

/** What a reader sees of Markdown, in one line: marks and breaks do not count for where a passage is. */
export function plainOf(markdown: string) {
  return markdown
    .replaceAll(/!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, "$1")
    .replaceAll(/^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+|\d+[.)]\s+|(?:```|~~~).*$|\|?[\s:|-]{3,}\|?$)/gm, " ")
    .replaceAll(/(\*\*|__|~~|`)/g, "")
    .replaceAll(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, "")
    .replaceAll("|", " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/**
 * A quote with its surroundings, to be found again; null when the text does not say it. `near` is what stood around it
 * where it was selected: of several that read the same, that one is meant.
 */
export function anchorOf(plain: string, quoted: string, near = { prefix: "", suffix: "" }): Anchor | null {
  const quote = plainOf(quoted);
  const at = bestPlace(plain, { quote, ...near });
  const place = at === null ? placeOf(plain, { quote, ...near }) : { from: at, to: at + quote.length };
  return place && { quote: plain.slice(place.from, place.to), ...surroundings(plain, place) };
}

/** Finds a passage again. Of several that read the same, the one whose surroundings fit best. */
export function findAgain(plain: string, anchor: Anchor): Found {
  const at = bestPlace(plain, anchor);
  if (at !== null) return found("there", plain, at, at + anchor.quote.length);
  return between(plain, anchor) ?? closest(plain, anchor) ?? { state: "gone" };
}

/** What stands now between the old surroundings. */
function between(plain: string, { quote, prefix, suffix }: Anchor): Found | null {
  if (prefix.length < 12 || suffix.length < 12) return null;
  const from = plain.indexOf(prefix);
  const to = from < 0 ? -1 : plain.indexOf(suffix, from + prefix.length);
  if (to < 0 || to - from - prefix.length > quote.length * 3 + 200) return null;
  return to === from + prefix.length ? null : found("changed", plain, from + prefix.length, to);
}

/** The stretch of as many words that has most of the quote's, if it has enough. */
function closest(plain: string, { quote }: Anchor): Found | null {
  const words = [...plain.matchAll(/\S+/g)];
  const wanted = quote.split(" ");
  if (wanted.length < 3) return null;
  const counts = new Map<string, number>();
  for (const word of wanted) counts.set(word, (counts.get(word) ?? 0) + 1);
  let [best, share] = [-1, 0];
  let held = 0;
  const move = (word: string | undefined, by: 1 | -1) => {
    const left = word === undefined ? undefined : counts.get(word);
    if (word === undefined || left === undefined) return;
    if (by === 1 ? left > 0 : left >= 0) held += by;
    counts.set(word, left - by);
  };
  for (const [at, { 0: word }] of words.entries()) {
    move(word, 1);
    move(words[at - wanted.length]?.[0], -1);
    if (held / wanted.length > share) [best, share] = [Math.max(0, at - wanted.length + 1), held / wanted.length];
  }
  const [first, last] = [words[best], words[best + wanted.length - 1] ?? words.at(-1)];
  if (share < alike || !first || !last) return null;
  return found("changed", plain, first.index, last.index + last[0].length);
}

function found(state: "there" | "changed", plain: string, from: number, to: number): Found {
  const { prefix: before, suffix: after } = surroundings(plain, { from, to });
  return {
    state,
    text: plain.slice(from, to).trim(),
    before,
    after,
  };
}
