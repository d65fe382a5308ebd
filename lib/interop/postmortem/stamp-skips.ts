import type { Stamp } from "./stamp";

type Read = Pick<Stamp, "date" | "clock"> & { source: string };

const skipped =
  /[\s*_`>[\](){}|,;]+|(?:date|datum|fecha):\s*|(?:between|zwischen|entre|tussen)\s+(?=\d)|T(?=\d)|[-–—](?=\s?(?:[01]?\d|2[0-4])[:hH][0-5]\d)|(?:at|on|the|um|om|à|op|am|le|a las)\s+(?=[\dA-Za-z~])/iy;

export function eat(pattern: RegExp, text: string, from: number) {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

// `May 4, 2030: 7:56am` has a colon between its halves
const colon = /:(?=[\s*_]{0,4}(?:[01]?\d|2[0-4])(?::[0-5]\d|\s?[AaPp]\.?[Mm]\b))/y;
// `14:00 (12:00 UTC)` says the same twice; what stands first counts
const again = /\s?\((?:[A-Za-z]{2,5}\s)?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?[^()]{0,16}\)/y;

/** What stands between the parts of a time and says nothing. */
export function skipMarks({ source }: Read, from: number) {
  return eat(skipped, source, from)?.[0].length ?? 0;
}

export function skipBetween({ source, date, clock }: Read, from: number) {
  return date && !clock ? (eat(colon, source, from)?.[0].length ?? 0) : 0;
}

export function skipAgain({ source, clock }: Read, from: number) {
  return clock ? (eat(again, source, from)?.[0].length ?? 0) : 0;
}
