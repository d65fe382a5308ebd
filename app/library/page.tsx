import "./library.css";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BrandBar } from "@/components/home/brand-bar";
import { KeptSearches } from "@/components/search/kept-searches";
import { Results } from "@/components/search/results";
import { SearchBox } from "@/components/search/search-box";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { viewOwnKept } from "@/lib/search/queries/kept";
import { searchLibrary } from "@/lib/search/queries/search";
import { readSearch, searchAddress } from "@/lib/search/rules";
import { viewerId } from "@/lib/web/viewer";
import { forgetOwnSearchAction, keepOwnSearchAction } from "./actions";
import { feedsOf } from "./metadata";

type LibraryProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: LibraryProps): Promise<Metadata> {
  const t = await getTranslations("search");
  const search = readSearch(await searchParams, "en");
  return { title: t("title"), description: t("help"), alternates: { types: feedsOf(search) } };
}

const page = "/library";
const feed = "/library/feed/atom";

/** The library: what is published, and for who is signed in also what lies in their own spaces. */
export default async function LibraryPage({ searchParams }: LibraryProps) {
  const [t, lang, me, asked] = await Promise.all([getTranslations("search"), getLocale(), viewerId(), searchParams]);
  const search = readSearch(asked, lang);
  const { meant, ...found } = await searchLibrary(me, search);
  const kept = me ? await viewOwnKept(me) : [];
  return (
    <div className="page pb-12">
      <BrandBar>
        {me && (
          <LinkButton look="plain" href="/s">
            {t("spaces")}
          </LinkButton>
        )}
      </BrandBar>
      <main>
        <PageHeader title={t("title")}>{t("help")}</PageHeader>
        <Words namespaces={["ui", "search", "refused"]}>
          <SearchBox page={page} q={search.q} facets={search.facets} />
          {me && (
            <KeptSearches
              page={page}
              search={search}
              kept={kept}
              keep={keepOwnSearchAction}
              forget={forgetOwnSearchAction}
              feedOf={({ name, ...kept }) => (
                <a href={searchAddress(feed, kept)} className="py-2.5 underline" aria-label={t("feedOf", { name })}>
                  {t("feed")}
                </a>
              )}
            />
          )}
          <Results page={page} search={search} found={found} meant={meant} />
          {(search.q || search.facets.length > 0) && (
            <p>
              <a href={searchAddress(feed, { ...search, after: null })} className="inline-block py-2.5 underline">
                {t("feedOfThis")}
              </a>
            </p>
          )}
        </Words>
      </main>
    </div>
  );
}
