/** A passage of a text, as it read when somebody said something about it, and what stood around it. */
export type Anchor = { quote: string; prefix: string; suffix: string };
export type Place = { from: number; to: number };

const around = 60;

/**
 * Where a passage stands in a text by its letters and digits alone: signs of Markdown, breaks and blanks differ between
 * what is written and what is seen. Of several that read the same, the one whose surroundings fit best.
 */
export function placeOf(text: string, { quote, prefix, suffix }: Anchor): Place | null {
  const all = squeezed(text);
  const { letters } = squeezed(quote);
  const at = bestPlace(all.letters, {
    quote: letters,
    prefix: squeezed(prefix).letters,
    suffix: squeezed(suffix).letters,
  });
  const [first, last] = at === null ? [] : [all.at[at], all.at[at + letters.length - 1]];
  return first === undefined || last === undefined ? null : { from: first, to: last + 1 };
}

/** Where exactly this stands; of several places, the one whose surroundings fit best. */
export function bestPlace(text: string, { quote, prefix, suffix }: Anchor) {
  if (quote === "") return null;
  let best: { at: number; fit: number } | null = null;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    const fit =
      sameEnd(text.slice(Math.max(0, at - around), at), prefix) + sameStart(text.slice(end, end + around), suffix);
    if (!best || fit > best.fit) best = { at, fit };
  }
  return best?.at ?? null;
}

/** What stands around a place of a text. */
export const surroundings = (text: string, { from, to }: Place) => ({
  prefix: text.slice(Math.max(0, from - around), from),
  suffix: text.slice(to, to + around),
});

/** Leads to a passage on its page, in browsers without scripts too: they look for the words and show them. */
export function passageLink(page: string, id: string, words: string) {
  const all = words.split(/\s+/).filter(Boolean);
  const parts = all.length > 8 ? [all.slice(0, 4), all.slice(-4)] : [all];
  const sought = parts.map((part) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D")).join(",");
  return `${page}#passage-${id}:~:text=${sought}`;
}

function squeezed(text: string) {
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  return {
    letters: found.map(([letters]) => letters).join(""),
    at: found.flatMap(({ 0: letters, index }) => Array.from({ length: letters.length }, (_, more) => index + more)),
  };
}

function sameEnd(text: string, wanted: string) {
  let same = 0;
  while (same < Math.min(text.length, wanted.length) && text.at(-1 - same) === wanted.at(-1 - same)) same++;
  return same;
}

function sameStart(text: string, wanted: string) {
  let same = 0;
  while (same < Math.min(text.length, wanted.length) && text[same] === wanted[same]) same++;
  return same;
}
