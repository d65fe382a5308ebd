import { Feed } from "feed";
import { escaped } from "./html";

export type FeedItem = {
  id: string;
  title: string;
  link: string;
  summary: string;
  at: Date;
  tags: string[];
  credit?: string;
  licence?: string;
};
export type FeedAbout = {
  id: string;
  title: string;
  link: string;
  self: string;
  lang: string;
  items: readonly FeedItem[];
};
export type FeedFormat = "atom" | "json";

export const feedTypes: Record<FeedFormat, string> = {
  atom: "application/atom+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
};

/** XML 1.0 has no letters for these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it takes them out
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const plain = (text: string) => text.toWellFormed().replace(unspeakable, "");

/** Entries as an Atom feed (RFC 4287) or a JSON feed (1.1's older kin, 1). */
export function feedOf({ items, ...about }: FeedAbout, format: FeedFormat) {
  const { id, link, lang, self } = about;
  const updated = new Date(Math.max(0, ...items.map(({ at }) => at.getTime())));
  // readers of Atom take titles and summaries for HTML
  const shown = (text: string) => (format === "atom" ? escaped(plain(text)) : plain(text));
  const options = { id, link, title: shown(about.title), language: lang, generator: "Twofeet", updated };
  const feed = new Feed({ ...options, feedLinks: { [format]: self } });
  for (const { tags, summary, credit, licence, title, at, ...item } of items)
    feed.addItem({
      ...item,
      ...{ title: shown(title), description: shown(summary), date: at, published: at },
      category: tags.map((tag) => ({ name: plain(tag), term: plain(tag) })),
      ...(credit && { author: [{ name: plain(credit) }] }),
      ...(licence && { copyright: plain(licence) }),
    });
  return format === "atom" ? feed.atom1() : feed.json1();
}
