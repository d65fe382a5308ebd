/*
 * What a phone may keep of an event for reading offline, and how a page says so. Pages, hot lane and service worker
 * share it.
 */

type Openness = { visibility: "public" | "unlisted" | "private"; keptOnPhones: boolean; purgedAt?: Date | null };

/** A private event is kept only where its host allows it, and what was purged nowhere. */
export function mayBeKept({ visibility, keptOnPhones, purgedAt = null }: Openness) {
  return (visibility !== "private" || keptOnPhones) && purgedAt === null;
}

/** Who a kept page was made for: `person` in every event, `audience` what they see in this one. */
export type Keeper = { person: string; audience: "hall" | "crew" };

/** The person of those who are not signed in: their pages show nothing that is anybody's. */
export const nobody = "nobody";

/** The meta of a page that may be kept. Without it nothing of the event is. */
export const permission = "twofeet-may-keep";

/** The meta with the event's name, for the page that lists what can be read. */
export const eventName = "twofeet-event";

export function permissionOf({ person, audience }: Keeper) {
  return `${person} ${audience}`;
}

/** Reads what `permissionOf` wrote; null for anything else. */
export function readPermission(content: string | undefined): Keeper | null {
  const match = /^([\w-]{1,40}) (hall|crew)$/.exec(content ?? "");
  return match?.[1] ? { person: match[1], audience: match[2] as Keeper["audience"] } : null;
}

export type Wipe = "everything" | "event" | null;

/** What has to go before `now` may find anything: what was kept for somebody else, or for somebody who saw more. */
export function wipeFor(kept: Keeper, now: Keeper): Wipe {
  if (kept.person !== now.person) return kept.person === nobody ? null : "everything";
  return kept.audience === now.audience ? null : "event";
}

const id = "[0-9a-f-]{36}";
const keepable = new RegExp(
  `^/e/([a-z0-9-]{1,64})(/(?:topics(?:/(?:${id}|pitch|quick))?|board|me|stars|talk/${id}|programme(?:/\\d{4}-\\d\\d-\\d\\d)?))?$`,
);

/** The event whose page this path is, if it is one that may be kept: never a desk, settings, a crew's link or a join. */
export function slugOfKeepable(path: string) {
  return keepable.exec(path)?.[1] ?? null;
}

/** The event below which a path lies, whatever page it is. */
export function slugOfPath(path: string) {
  return /^\/e\/([^/]+)/.exec(path)?.[1] ?? null;
}

/** What is fetched at the first visit, the likeliest to be needed first. */
export function mainPages(slug: string) {
  return ["", "/board", "/programme", "/topics", "/me", "/stars", "/topics/pitch"].map((page) => `/e/${slug}${page}`);
}

/** With the word for whom a phone keeps: how many milliseconds it rests between two pages. */
export const restHeader = "x-rest-ms";

/** A session lives no longer, and neither does what it could read. */
export const keptMs = 7 * 24 * 60 * 60_000;

/** What a page tells the service worker. */
export type Told =
  | { kind: "keep"; slug: string; paths: string[]; whole: boolean; olderThanMs?: number }
  | { kind: "board"; slug: string; keeper: Keeper; board: unknown }
  | { kind: "forget"; slug: string | null };

/** Between all tabs and the worker, as `Gone`. */
export const goneChannel = "twofeet.gone";

/** What is gone from this phone: an event, or everything (null). It concerns nobody's page of `now`, who may look. */
export type Gone = { slug: string | null; now: string | null };

/** Names of caches: one for each event and build, so that two events never share one. */
export const shelfOf = (slug: string, build: string) => `e.${slug}.${build}`;

export function readShelf(name: string) {
  const match = /^e\.([a-z0-9-]+)\.(\w+)$/.exec(name);
  return match?.[1] && match[2] ? { name, slug: match[1], build: match[2] } : null;
}

/** Beside the pages of an event in its cache: for whom they are, and the board as it was last seen. */
export const factsAt = "/.kept";
export const boardAt = "/.board";

/** The board as a phone last saw it. `heardAt` is when, in milliseconds of the server's clock. */
export type KeptBoard<S = unknown, B = unknown> = { snapshot: S; ballot: B; heardAt: number };
