import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { Link } from "@/components/ui/link";
import { OneButton } from "@/components/ui/one-button";
import { Submit } from "@/components/ui/submit";
import type { Search } from "@/lib/search/input";
import type { KeptSearch } from "@/lib/search/queries/kept";
import { searchAddress } from "@/lib/search/rules";

type Action = ComponentProps<typeof ActionForm>["action"];
type KeptSearchesProps = {
  page: string;
  search: Search;
  kept: readonly KeptSearch[];
  keep: Action;
  forget: Action;
  /** What leads to the feed of a search that is kept: a link, or a way to get its address. */
  feedOf: (kept: KeptSearch) => ReactNode;
};

/** Searches that are kept here, and a way to keep this one. */
export function KeptSearches({ page, search, kept, keep, forget, feedOf }: KeptSearchesProps) {
  const t = useTranslations("search");
  const isEmpty = search.q === "" && search.facets.length === 0;
  if (isEmpty && kept.length === 0) return null;
  return (
    <section className="grid gap-2">
      {kept.length > 0 && <h2 className="font-semibold">{t("kept")}</h2>}
      <ul className="grid">
        {kept.map(({ id, name, q, facets }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-3">
            <Link href={searchAddress(page, { q, facets })} className="min-w-0 grow truncate py-2.5 underline">
              {name}
            </Link>
            {feedOf({ id, name, q, facets })}
            <OneButton action={forget} send={{ id }} look="plain" aria-label={t("forgetIt", { name })}>
              {t("forget")}
            </OneButton>
          </li>
        ))}
      </ul>
      {!isEmpty && (
        <details className="fold">
          <summary>{t("keep")}</summary>
          <ActionForm action={keep} className="grid gap-3 pb-3">
            <input type="hidden" name="q" value={search.q} />
            <input type="hidden" name="facets" value={search.facets.join("\n")} />
            <TypedField name="name" label={t("keepName")} defaultValue={search.q} required maxLength={100} />
            <Submit>{t("keepIt")}</Submit>
          </ActionForm>
        </details>
      )}
    </section>
  );
}
