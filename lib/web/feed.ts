import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { publishedFeedInput } from "@/lib/api/input";
import { listPublished } from "@/lib/api/published";
import { listForApi } from "@/lib/api/queries";
import { enterByToken, within } from "@/lib/db/enter-by-token";
import type { SpaceScope } from "@/lib/db/enter-space";
import { hashToken } from "@/lib/db/session";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { type FeedFormat, type FeedItem, feedOf, feedTypes } from "@/lib/interop/site/feed";
import { Allowance } from "@/lib/live/hot/allowance";
import { newOfKept } from "@/lib/search/queries/newest";

const ofAllStrangers = new Allowance(600, 40);
const perToken = new Allowance(30, 0.5);
const nothing = (status = 404) => new Response(null, { status, headers: { "cache-control": "private, no-store" } });
const at = (path: string) => new URL(path, env().TWOFEET_URL).href;
const isFormat = (format: string): format is FeedFormat => Object.hasOwn(feedTypes, format);

type ListedEntry = { id?: string; slug?: string; title: unknown; summary: unknown; tags: unknown; tech: unknown };

function itemOf(entry: ListedEntry, link: string, id: string, date: string): FeedItem {
  const { title, summary, tags, tech } = entry;
  const names = [tags, tech].flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
  return { id, link, title: String(title), summary: String(summary), at: new Date(date), tags: names };
}

/** What is published, for anybody: all of it, what a search finds, or of one tag, technology or kind. */
export async function publicFeed(request: Request, format: string) {
  if (!isFormat(format)) return nothing();
  if (ofAllStrangers.spend("all") > 0) return nothing(429);
  const { searchParams } = new URL(request.url);
  const asked = publishedFeedInput.safeParse({ ...Object.fromEntries(searchParams), f: searchParams.getAll("f") });
  if (!asked.success) return nothing();
  const { entries } = await listPublished({ ...asked.data, after: undefined });
  const t = await getTranslations("interop.feed");
  const items = entries.map(({ licence, credit, ...entry }) => {
    const link = at(`/library/${entry.slug}`);
    return { ...itemOf(entry, link, link, entry.publishedAt), licence, credit };
  });
  const { q, kind, tag, tech, f } = asked.data;
  const of = [q, kind, tag, tech, ...f].filter(Boolean).join(", ");
  const self = at(`/library/feed/${format}${searchParams.size ? `?${searchParams}` : ""}`);
  const about = {
    id: self,
    title: of ? t("of", { of }) : t("all"),
    link: at("/library"),
    self,
    lang: await getLocale(),
    items,
  };
  const headers = { "content-type": feedTypes[format], "cache-control": "public, max-age=600" };
  return new Response(feedOf(about, format), { headers });
}

/**
 * What is new in a space, for whoever holds a token of it that has not ended; of a search that is kept there, by its id.
 * Drafts are nobody's news.
 */
export async function privateFeed(token: string, format: string, search: string | null = null) {
  if (!isFormat(format) || !/^tfs_[\w-]{20,100}$/.test(token)) return nothing();
  try {
    const text = await enterByToken(token, async ({ scope, token: { slug } }) => {
      // of one that opens nothing nothing is counted, and nothing is said but that
      if (perToken.spend(hashToken(token)) > 0) return null;
      const { name, entries } = await newsIn(scope, search);
      const t = await getTranslations("interop.feed");
      const items = entries.map((entry) =>
        itemOf(entry, at(`/s/${slug}/${entry.id}`), `urn:uuid:${entry.id}`, entry.updatedAt),
      );
      const home = at(`/s/${slug}`);
      const title = name === null ? t("space") : t("search", { name });
      const about = {
        id: search ? `urn:uuid:${search}` : home,
        title,
        link: home,
        self: home,
        lang: await getLocale(),
        items,
      };
      return feedOf(about, format);
    });
    if (text === null) return nothing(429);
    const headers = {
      "content-type": feedTypes[format],
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
    };
    return new Response(text, { headers });
  } catch (error) {
    if (error instanceof Refused) return nothing();
    throw error;
  }
}

async function newsIn(scope: SpaceScope, search: string | null) {
  if (search !== null) return within(scope, newOfKept, { id: search });
  const { entries } = await within(scope, listForApi, { limit: 100 });
  return { name: null, entries: entries.filter(({ status }) => status === "review" || status === "final") };
}
