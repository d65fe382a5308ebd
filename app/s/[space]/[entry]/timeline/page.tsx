import { getTranslations } from "next-intl/server";
import { PartPage } from "@/components/postmortem/part-page";
import { PasteForm } from "@/components/postmortem/paste-form";
import { TimelineRows } from "@/components/postmortem/timeline-rows";
import { viewPostmortem } from "@/lib/incident/queries";
import { lookInSpace } from "@/lib/web/space";
import { pasteTimelineAction, saveTimelineAction } from "../incident";

type TimelineProps = {
  params: Promise<{ space: string; entry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TimelinePage({ params, searchParams }: TimelineProps) {
  const { space, entry: id } = await params;
  const { from } = await searchParams;
  const { document, revision } = await lookInSpace(viewPostmortem, space, { id });
  const t = await getTranslations("postmortem");
  const of = { id, base: revision };
  const at = `/s/${space}/${id}`;
  return (
    <PartPage at={at} name={document.title} part={t("timeline")} help={t("help.timeline")}>
      <div className="grid gap-8">
        <details className="card p-4" open={document.timeline.length === 0}>
          <summary className="min-h-11 cursor-pointer font-semibold">{t("paste.title")}</summary>
          <PasteForm action={pasteTimelineAction.bind(null, space)} of={of} />
        </details>
        <TimelineRows
          action={saveTimelineAction.bind(null, space)}
          of={of}
          document={document}
          from={Number(from) || 0}
          at={`${at}/timeline`}
        />
      </div>
    </PartPage>
  );
}
