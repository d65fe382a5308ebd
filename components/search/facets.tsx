import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Search } from "@/lib/search/input";
import { countedAtMost, type Facet, type FacetBox, searchAddress, turned } from "@/lib/search/rules";
import { useFacetWord } from "./facet-word";

type FacetsProps = { page: string; search: Search; boxes: readonly FacetBox[] };

/** By what a search can be narrowed down: links, so that each step is an address. */
export function Facets({ page, search, boxes }: FacetsProps) {
  const t = useTranslations("search");
  if (boxes.length === 0) return null;
  return (
    <nav aria-label={t("narrow")}>
      {boxes.map((box) => (
        <Box key={box.group} page={page} search={search} {...box} />
      ))}
    </nav>
  );
}

/** The first three groups are what most people want; the others open when asked. */
const openAtOnce = new Set(["kind", "status", "tech", "tag"]);

function Box({ page, search, group, facets }: Omit<FacetsProps, "boxes"> & FacetBox) {
  const t = useTranslations("search");
  const isChosen = facets.some(({ facet }) => search.facets.includes(facet));
  return (
    <details className="fold" open={openAtOnce.has(group) || isChosen}>
      <summary>{t(`group.${group}`)}</summary>
      <ul className="grid pb-3">
        {facets.map((one) => (
          <li key={one.facet}>
            <FacetLink page={page} search={search} {...one} />
          </li>
        ))}
      </ul>
    </details>
  );
}

type FacetLinkProps = { page: string; search: Search } & Facet;

function FacetLink({ page, search, facet, n, about }: FacetLinkProps) {
  const word = useFacetWord();
  const isChosen = search.facets.includes(facet);
  return (
    <Link
      href={searchAddress(page, turned(search, facet))}
      aria-current={isChosen || undefined}
      className="flex min-h-11 items-center justify-between gap-3 aria-[current]:font-semibold"
    >
      <span className="flex min-w-0 items-center gap-2">
        {isChosen && <Icon name="good" className="text-accent" />}
        <span className="truncate">{word(facet)}</span>
      </span>
      <span className="text-sm text-soft">{n > countedAtMost ? `${countedAtMost}+` : about ? `≈ ${n}` : n}</span>
    </Link>
  );
}
