import "@/app/library/library.css";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FeedOfKept } from "@/components/search/feed-of-kept";
import { KeptSearches } from "@/components/search/kept-searches";
import { Results } from "@/components/search/results";
import { SearchBox } from "@/components/search/search-box";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { type KeptSearch, viewKeptSearches } from "@/lib/search/queries/kept";
import { searchSpace } from "@/lib/search/queries/search";
import { readSearch } from "@/lib/search/rules";
import { publicOrigin } from "@/lib/web/public-address";
import { lookInSpace } from "@/lib/web/space";
import { makeTokenAction } from "../tokens/actions";
import { forgetSearchAction, keepSearchAction } from "./actions";

type SpaceSearchProps = {
  params: Promise<{ space: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("titleSpace") };
}

/** What lies in one space, for who is in it. */
export default async function SpaceSearchPage({ params, searchParams }: SpaceSearchProps) {
  const [{ space }, lang, asked] = await Promise.all([params, getLocale(), searchParams]);
  const search = readSearch(asked, lang);
  const { name, kind, ...found } = await lookInSpace(searchSpace, space, search);
  const kept = await lookInSpace(viewKeptSearches, space, undefined);
  const t = await getTranslations("search");
  const page = `/s/${space}/search`;
  const bound = { keep: keepSearchAction.bind(null, space), forget: forgetSearchAction.bind(null, space) };
  const origin = await publicOrigin();
  const feedOf = ({ id, name: of }: KeptSearch) => (
    <FeedOfKept {...{ id, origin }} name={of} make={makeTokenAction.bind(null, space)} />
  );
  return (
    <main className="page pb-12">
      <PageHeader
        title={t("titleSpace")}
        over={kind === "personal" ? t("mine") : name}
        back={{ href: `/s/${space}`, label: t("toSpace") }}
      />
      <Words namespaces={["ui", "search", "refused"]}>
        <SearchBox page={page} q={search.q} facets={search.facets} />
        <KeptSearches page={page} search={search} kept={kept} {...bound} feedOf={feedOf} />
        <Results page={page} search={search} found={found} inOneSpace />
      </Words>
    </main>
  );
}
