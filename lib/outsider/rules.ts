import { z } from "zod";

/** Who looks from outside, from the farthest to the nearest. */
export const outsiders = ["stranger", "elsewhere", "removed", "participant"] as const;
export type Outsider = (typeof outsiders)[number];

/**
 * What one address is to one person. `nothing`: it answers as if the event did not exist. `reached`: they see it.
 * `betrayed`: nothing is shown, but the answer differs from that of an event that does not exist.
 */
export const reaches = ["nothing", "reached", "betrayed"] as const;
export type Reach = (typeof reaches)[number];

export const groups = ["pages", "live", "lists", "files"] as const;
export type Group = (typeof groups)[number];

const reach = z.enum(reaches);
const row = z.object({
  group: z.enum(groups),
  /** The pattern of the address, never the address itself. */
  what: z.string(),
  reach: z.object({ stranger: reach, elsewhere: reach, removed: reach, participant: reach }),
});
export const outsideReport = z.strictObject({
  /** How many requests were really made. */
  asked: z.number(),
  rows: z.array(row),
  /** Patterns for which nobody knew an address. */
  untried: z.array(z.string()),
});
export type OutsideReport = z.infer<typeof outsideReport>;
export type OutsideRow = z.infer<typeof row>;

/** What came back: a status, and headers and body as one text. */
export type Said = { status: number; text: string };

/** What answers bring of themselves: moments, lengths, where a page was cut into pieces on its way. */
const passing = [
  /^(date|x-now|etag|content-length|set-cookie|keep-alive|connection|transfer-encoding|age|server-timing): .*$/gim,
  /"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"/g,
  /"x-now":"?[\d.]+"?/g,
  // Next's name for one rendering
  /[\w-]{21}[a-z]?(?=\\?")/g,
];

/** A page comes in numbered pieces, in whichever order they were ready: the same pieces are the same page. */
const inPieces = (text: string) =>
  text
    .split(/\\n|\n/)
    .map((piece) => piece.replace(/^[0-9a-f]+:/, "").replaceAll(/\$[A-Z@]?[0-9a-f]+(?!\w)/g, "$"))
    .sort()
    .join("\n");

/** An answer with all left out that differs anyway. `asked`: the address as it was asked, of the event or of none. */
export function essence({ status, text }: Said, asked: readonly string[]) {
  // chosen anew for each answer
  const nonce = /'nonce-([\w+/=-]+)'/.exec(text)?.[1];
  const bare = [...asked, ...(nonce ? [nonce] : [])].reduce((rest, word) => rest.replaceAll(word, "·"), text);
  return `${status} ${inPieces(passing.reduce((rest, pattern) => rest.replaceAll(pattern, ""), bare))}`;
}

/** What Next writes where a page is not found; the frame around it, with the event's name, it sends all the same. */
const notFound = "NEXT_HTTP_ERROR_FALLBACK;404";

/**
 * How far an answer lets somebody in. `none`: what the same person was answered about an event that does not exist.
 * `tokens`: words that only the event's own pages hold. To who `isInside` the frame of a page is nothing new.
 */
export function reachOf(said: string, none: string, tokens: readonly string[], isInside = false): Reach {
  if (isInside && said.includes(notFound)) return "nothing";
  if (tokens.some((token) => said.includes(token))) return "reached";
  if (said === none) return "nothing";
  return /^2\d\d /.test(said) && !/^2\d\d /.test(none) ? "reached" : "betrayed";
}

const worst = (all: readonly Reach[]) =>
  all.includes("reached") ? "reached" : all.includes("betrayed") ? "betrayed" : "nothing";

/** One line for an address, of every way it was asked for. */
export function rowOf(group: Group, what: string, found: Record<Outsider, readonly Reach[]>): OutsideRow {
  const reach = Object.fromEntries(outsiders.map((who) => [who, worst(found[who])])) as Record<Outsider, Reach>;
  return { group, what, reach };
}

export type Verdict = { who: Outsider; reached: number; betrayed: number; isFine: boolean };

/** For each person how much they reach, and whether that is as it should be. */
export function verdicts({ rows }: OutsideReport, visibility: "public" | "unlisted" | "private"): Verdict[] {
  return outsiders.map((who) => {
    const [reached, betrayed] = (["reached", "betrayed"] as const).map(
      (kind) => rows.filter(({ reach }) => reach[who] === kind).length,
    ) as [number, number];
    const mayReach = who === "participant" || visibility !== "private";
    return { who, reached, betrayed, isFine: mayReach || (reached === 0 && betrayed === 0) };
  });
}

/** Nobody outside a private event reaches any of it. */
export const isTight = (report: OutsideReport) => verdicts(report, "private").every(({ isFine }) => isFine);
