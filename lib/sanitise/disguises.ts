/** The same thing in other clothes. */
export type Form = "base64" | "hex" | "url" | "reversed" | "squeezed" | "disguised";

type Disguise = { form: Form; found: string };

/** Where a term stands in a text otherwise than it is written: encoded, backwards, with other separators or letters. */
export function formsOf(term: string, text: string): Disguise[] {
  const low = text.toLowerCase();
  const word = term.trim().toLowerCase();
  return [
    ...base64Of(term.trim())
      .filter((code) => text.includes(code))
      .slice(0, 1)
      .map((found) => ({ form: "base64" as const, found })),
    ...within(bare(low), hexOf(word), "hex", 6),
    ...within(
      low,
      encodeURIComponent(word).toLowerCase(),
      "url",
      word === encodeURIComponent(word).toLowerCase() ? 1e9 : 3,
    ),
    ...within(low, [...word].reverse().join(""), "reversed", 5),
    ...(/[\s._-]/.test(word) ? within(squeezed(low), squeezed(word), "squeezed", 6) : []),
    ...(low.includes(word) ? [] : within(plain(text), plain(word), "disguised", 4)),
  ];
}

function within(text: string, found: string, form: Form, least: number): Disguise[] {
  return found.length >= least && text.includes(found) && !isPalindrome(form, found) ? [{ form, found }] : [];
}

const isPalindrome = (form: Form, found: string) => form === "reversed" && found === [...found].reverse().join("");

/** What its bytes become in base64 wherever they stand in a longer text, without the letters that depend on neighbours. */
function base64Of(term: string) {
  const spellings = [...new Set([term, term.toLowerCase(), term.toUpperCase()])];
  const codes = spellings.flatMap((spelling) =>
    [0, 1, 2].map((before) => {
      const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(spelling)]);
      const code = bytes.toString("base64").replaceAll("=", "");
      return code.slice(before === 0 ? 0 : before + 1, bytes.length % 3 === 0 ? undefined : -1);
    }),
  );
  const long = codes.filter((code) => code.length >= 6);
  return [...long, ...long.map((code) => code.replaceAll("+", "-").replaceAll("/", "_"))];
}

const hexOf = (word: string) => Buffer.from(word).toString("hex");
/** `\x61`, `%61`, `61:62`, `0x61 0x62`: the digits alone. */
const bare = (low: string) => low.replaceAll(/\\x|%|0x|(?<=[0-9a-f]{2})[ :](?=[0-9a-f]{2})/g, "");
const squeezed = (low: string) => low.replaceAll(/[\s._-]+/g, "");

/** Letters of other scripts that look like Latin ones. */
const alike = Object.fromEntries(
  "аa еe оo рp сc уy хx іi јj ѕs ԁd һh ӏl ԛq ԝw αa εe οo ρp νv τt κk ιi мm тt вb нh кk"
    .split(" ")
    .map((pair) => [...pair]),
) as Record<string, string>;

/** A text as it looks: without what cannot be seen, in plain letters, entities resolved. */
function plain(text: string) {
  return text
    .replaceAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (_, hex, dec) =>
      letterOf(Number.parseInt(hex ?? dec, hex ? 16 : 10)),
    )
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replaceAll(/[Ͱ-ӿԀ-ԯ]/g, (letter) => alike[letter] ?? letter);
}

const letterOf = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "");
