import { getTranslations } from "next-intl/server";
import { BelowEntry } from "@/components/entry/below-entry";
import { Changes } from "@/components/entry/changes";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Words } from "@/components/ui/words";
import { CompareForm } from "@/components/version/compare-form";
import { ReleaseForm } from "@/components/version/release-form";
import { VersionList } from "@/components/version/version-list";
import { viewComparison, viewVersions } from "@/lib/version/queries";
import { nextVersion } from "@/lib/version/rules";
import { lookInSpace } from "@/lib/web/space";
import { releaseAction, yankAction } from "./actions";

type VersionsProps = {
  params: Promise<{ space: string; entry: string }>;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
};

const one = (asked: string | string[] | undefined) => (typeof asked === "string" ? asked : "");

/** What was released, what changed from one to another, and the next one. */
export default async function VersionsPage({ params, searchParams }: VersionsProps) {
  const { space, entry: id } = await params;
  const { title, versions, isReleased, mayRelease } = await lookInSpace(viewVersions, space, { id });
  const asked = await searchParams;
  const newest = versions[0]?.version;
  const [from, to] = [one(asked.from) || (newest ?? ""), one(asked.to)];
  const compared = from === "" ? null : await lookInSpace(viewComparison, space, { id, from, to });
  const t = await getTranslations("recipe.versions");
  return (
    <Words namespaces={["ui", "refused", "recipe", "entry"]}>
      <BelowEntry space={space} entry={id} over={title} title={t("title")}>
        <div className="grid max-w-3xl gap-6">
          {!newest && <EmptyState title={t("none")}>{t("noneHelp")}</EmptyState>}
          {mayRelease &&
            (isReleased ? (
              <Notice tone="good" title={t("isReleased", { version: newest ?? "" })} />
            ) : (
              <ReleaseForm id={id} next={nextVersion(newest, new Date())} action={releaseAction.bind(null, space)} />
            ))}
          {compared && (
            <>
              <CompareForm versions={versions.map(({ version }) => version)} from={from} to={to} />
              <Changes changes={compared.changes} from={from} to={to || t("now")} />
            </>
          )}
          <VersionList
            at={`/s/${space}/${id}`}
            id={id}
            versions={versions}
            yank={mayRelease ? yankAction.bind(null, space) : null}
          />
        </div>
      </BelowEntry>
    </Words>
  );
}
