import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Published } from "@/lib/publication/queries";
import type { Search } from "@/lib/search/input";
import { searchAddress } from "@/lib/search/rules";

/** What is said about the entry elsewhere: nothing but what stands in its public copy. */
export async function publishedMetadata(found: Published): Promise<Metadata> {
  const t = await getTranslations("published");
  if (found.isGone) return { title: t("gone"), robots: { index: false } };
  const { title, summary } = found.document;
  const description = summary.slice(0, 300);
  const old = found.version.version !== found.newest;
  return {
    title,
    description,
    openGraph: { type: "article", title, description },
    alternates: { canonical: `/library/${found.slug}`, types: libraryFeeds },
    ...(old && { robots: { index: false } }),
  };
}

/** Where a feed reader finds what is new in the library, or of a search in it. */
export const feedsOf = ({ q, facets }: Pick<Search, "q" | "facets">) => ({
  "application/atom+xml": searchAddress("/library/feed/atom", { q, facets }),
  "application/feed+json": searchAddress("/library/feed/json", { q, facets }),
});

const libraryFeeds = feedsOf({ q: "", facets: [] });
