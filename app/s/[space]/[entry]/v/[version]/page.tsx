import { getTranslations } from "next-intl/server";
import { BelowEntry } from "@/components/entry/below-entry";
import { RecipeView } from "@/components/recipe/recipe-view";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { viewVersion } from "@/lib/version/queries";
import { lookInSpace } from "@/lib/web/space";

type VersionProps = {
  params: Promise<{ space: string; entry: string; version: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A recipe as it was released under a number. */
export default async function VersionPage({ params, searchParams }: VersionProps) {
  const { space, entry: id, version: typed } = await params;
  const { document, version, releasedAt, yankedAt, sha256 } = await lookInSpace(viewVersion, space, {
    id,
    version: decodeURIComponent(typed),
  });
  const t = await getTranslations("recipe.versions");
  return (
    <BelowEntry space={space} entry={id} over={document.title} title={t("oneTitle", { version })}>
      <div className="grid gap-4">
        {yankedAt && <Notice tone="warn" title={t("yankedHelp")} />}
        <p className="text-soft text-sm [overflow-wrap:anywhere]">
          <Time at={releasedAt} zone="UTC" as="date" /> · <code>{sha256}</code>
        </p>
        <RecipeView document={document} asked={await searchParams} />
      </div>
    </BelowEntry>
  );
}
