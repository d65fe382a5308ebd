import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { Prose } from "@/components/entry/prose";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { OneButton } from "@/components/ui/one-button";
import { Time } from "@/components/ui/time";

type Version = { version: string; changes: string; releasedAt: Date; yankedAt: Date | null };
type VersionListProps = {
  at: string;
  id: string;
  versions: readonly Version[];
  /** For who may warn others off a version. */
  yank: ComponentProps<typeof OneButton>["action"] | null;
};

/** The changelog: every version, the newest first. */
export async function VersionList({ at, id, versions, yank }: VersionListProps) {
  const t = await getTranslations("recipe.versions");
  return (
    <ol className="grid gap-4">
      {versions.map(({ version, changes, releasedAt, yankedAt }) => (
        <li key={version} className="card grid gap-2 p-4" id={`version-${version}`}>
          <div className="flex flex-wrap items-center gap-3">
            <h3 className="font-bold">
              <Link href={`${at}/v/${encodeURIComponent(version)}`} className="text-accent underline">
                {version}
              </Link>
            </h3>
            <Time at={releasedAt} zone="UTC" as="date" />
            {yankedAt && <Badge tone="bad">{t("yanked")}</Badge>}
          </div>
          {changes && <Prose below={3}>{changes}</Prose>}
          {yank && (
            <OneButton look="plain" action={yank} send={{ id, version, yanked: yankedAt ? "no" : "yes" }}>
              {t(yankedAt ? "unyank" : "yank")}
            </OneButton>
          )}
        </li>
      ))}
    </ol>
  );
}
