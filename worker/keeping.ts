import { keptMs, slugOfKeepable, wipeFor } from "@/lib/offline/rules";
import { bringAssets } from "./assets";
import { announce, forget, forgetting, inTurn } from "./forget";
import { type Page, readPage } from "./page";
import { allFacts, eventShelf, eventShelves, look, writeFacts } from "./shelves";

export const keptAt = "x-kept-at";
export const keptHeading = "x-kept-heading";

/** What holds for a page as it came, holds for it when it is shown again. */
const lasting = ["content-security-policy", "cross-origin-opener-policy", "referrer-policy", "x-content-type-options"];

/**
 * Keeps a page of an event if the page itself allows it, once all static files that it needs are here. Makes room
 * before: what was kept for somebody else goes. `began` is what `forgetting` said when the page was asked for.
 */
export async function keepPage(path: string, answer: Response, began: number) {
  const slug = slugOfKeepable(path);
  if (!slug || answer.status !== 200 || answer.redirected) return;
  const page = readPage(await answer.text());
  if (page.keeper) await bringAssets(page.html);
  const rules = lasting.flatMap((name): [string, string][] => [[name, answer.headers.get(name) ?? ""]]);
  await inTurn(async () => {
    if (began === forgetting()) await shelve(slug, path, page, Object.fromEntries(rules));
  });
}

async function shelve(slug: string, path: string, page: Page, rules: Record<string, string>) {
  if (!page.keeper) return forget(slug);
  await makeRoom(slug, page.keeper);
  await writeFacts({ slug, name: page.event, keeper: page.keeper, lang: page.lang, theme: page.theme });
  await (await caches.open(eventShelf(slug))).put(path, asKept(page, rules));
}

/** What was kept for another person, or for one who saw more, is not there when this one looks. */
async function makeRoom(slug: string, keeper: NonNullable<Page["keeper"]>) {
  for (const facts of await allFacts()) {
    const wipe = wipeFor(facts.keeper, keeper);
    // whoever sees more in one event may see less in another
    if (wipe === null || (wipe === "event" && facts.slug !== slug)) continue;
    await forget(wipe === "everything" ? null : slug);
    if (wipe === "everything") return announce({ slug: null, now: keeper.person });
  }
}

/** The page says itself that it is a kept one, and since when. */
function asKept({ html, heading }: Page, rules: Record<string, string>) {
  const now = new Date().toISOString();
  const kind = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  const headers = { ...rules, ...kind, [keptAt]: now };
  const marked = html.replace("</head>", () => `<meta name="twofeet-kept" content="${now}"></head>`);
  return new Response(marked, { headers: { ...headers, [keptHeading]: encodeURIComponent(heading) } });
}

/** A kept page, this build's before an older one's; none that is older than a session may be. */
export async function keptPage(path: string) {
  for (const { name } of await eventShelves(slugOfKeepable(path) ?? "")) {
    const page = await look(name, path);
    if (page && age(page) < keptMs) return page;
  }
  return undefined;
}

/** How long ago a page was kept, in milliseconds. */
export function age(page: Response) {
  return Date.now() - Date.parse(page.headers.get(keptAt) ?? "1970-01-01");
}

/** An event said "not found" to one of its pages: perhaps only that page is gone. */
export async function checkEvent(slug: string, path: string) {
  if ((await eventShelves(slug)).length === 0) return;
  const answer = await fetch(`/live/e/${slug}/keeper`, { cache: "no-store" }).catch(() => null);
  if (answer?.status === 404) {
    await inTurn(() => forget(slug));
    return announce({ slug, now: null });
  }
  await inTurn(async () => {
    for (const { name } of await eventShelves(slug)) await (await caches.open(name)).delete(path);
  });
}
