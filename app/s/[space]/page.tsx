import { getTranslations } from "next-intl/server";
import { EntryFilter } from "@/components/entry/entry-filter";
import { EntryRows } from "@/components/entry/entry-rows";
import { SpacePage } from "@/components/entry/space-page";
import { SpaceTools } from "@/components/entry/space-tools";
import { SearchBox } from "@/components/search/search-box";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Words } from "@/components/ui/words";
import { viewSpace } from "@/lib/entry/queries/list";
import { lookInSpace } from "@/lib/web/space";

type SpaceProps = {
  params: Promise<{ space: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SpaceHomePage({ params, searchParams }: SpaceProps) {
  const { space: slug } = await params;
  const { kind, status } = await searchParams;
  const space = await lookInSpace(viewSpace, slug, { kind: kind as never, status: status as never });
  const t = await getTranslations("entry");
  const { entries, counts, mayWrite, role } = space;
  const make = mayWrite && (
    <LinkButton look="primary" href={`/s/${slug}/new`} className="shrink-0 whitespace-nowrap">
      {t("new")}
    </LinkButton>
  );
  return (
    <SpacePage space={space} action={entries.length > 0 && make}>
      <div className="grid gap-5">
        <Words namespaces={["ui", "search"]}>
          <SearchBox page={`/s/${slug}/search`} />
        </Words>
        <EntryFilter space={slug} counts={counts} kind={String(kind ?? "")} status={String(status ?? "")} />
        {entries.length > 0 ? (
          <EntryRows space={slug} entries={entries} now={new Date()} />
        ) : (
          <EmptyState title={t("none")} action={make}>
            {t("noneHelp")}
          </EmptyState>
        )}
        <SpaceTools space={slug} mayWrite={mayWrite} mayGrant={role === "owner" && space.kind !== "personal"} />
      </div>
    </SpacePage>
  );
}
