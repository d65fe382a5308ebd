import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { Search } from "@/lib/search/input";
import type { Hit } from "@/lib/search/queries/search";
import { type FacetBox, searchAddress } from "@/lib/search/rules";
import { Facets } from "./facets";
import { FoundEntry } from "./hit";

type ResultsProps = {
  page: string;
  search: Search;
  found: { hits: Hit[]; next: string | null; boxes: FacetBox[]; total: number; more: boolean };
  /** A better spelling, if there is one. */
  meant?: string | null;
  inOneSpace?: boolean;
};

/** What was found, how much, and ways to narrow it down. */
export function Results({ page, search, found, meant = null, inOneSpace = false }: ResultsProps) {
  const t = useTranslations("search");
  const { hits, next, boxes, total, more } = found;
  return (
    <div className="found">
      <section aria-label={t("found")}>
        <p className="py-2 text-soft" role="status">
          {more ? t("totalMore", { count: total }) : t("total", { count: total })}
        </p>
        {meant && (
          <p className="py-2">
            {t.rich("meant", {
              words: () => (
                <Link
                  href={searchAddress(page, { q: meant, facets: search.facets })}
                  className="font-semibold underline"
                >
                  {meant}
                </Link>
              ),
            })}
          </p>
        )}
        {hits.length === 0 && <EmptyState title={t("none")}>{t("noneHelp")}</EmptyState>}
        {hits.map((hit) => (
          <FoundEntry key={hit.id} hit={hit} inOneSpace={inOneSpace} />
        ))}
        <p className="flex flex-wrap gap-3 py-4">
          {search.after && <LinkButton href={searchAddress(page, { ...search, after: null })}>{t("first")}</LinkButton>}
          {next && <LinkButton href={searchAddress(page, { ...search, after: next })}>{t("next")}</LinkButton>}
        </p>
      </section>
      <Facets page={page} search={search} boxes={boxes} />
    </div>
  );
}
