import { getTranslations } from "next-intl/server";
import { Changes } from "@/components/entry/changes";
import { RevisionList } from "@/components/entry/revision-list";
import { SpacePage } from "@/components/entry/space-page";
import { viewHistory } from "@/lib/entry/queries/entry";
import { lookInSpace } from "@/lib/web/space";
import { restoreAction } from "../actions";

type HistoryProps = {
  params: Promise<{ space: string; entry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function HistoryPage({ params, searchParams }: HistoryProps) {
  const { space: slug, entry: id } = await params;
  const { from, to } = await searchParams;
  const view = await lookInSpace(viewHistory, slug, { id, from, to });
  const t = await getTranslations("entry");
  return (
    <SpacePage space={view.space} title={t("history")} back={{ href: `/s/${slug}/${id}`, label: view.title }}>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
        <RevisionList {...view} restore={view.space.mayWrite ? restoreAction.bind(null, slug) : null} />
        <Changes changes={view.changes} from={view.from} to={view.to} />
      </div>
    </SpacePage>
  );
}
