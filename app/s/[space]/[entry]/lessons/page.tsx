import { getTranslations } from "next-intl/server";
import { LessonsForm } from "@/components/postmortem/lessons-form";
import { PartPage } from "@/components/postmortem/part-page";
import { viewPostmortem } from "@/lib/incident/queries";
import { lookInSpace } from "@/lib/web/space";
import { saveLessonsAction } from "../incident";

type LessonsProps = { params: Promise<{ space: string; entry: string }> };

export default async function LessonsPage({ params }: LessonsProps) {
  const { space, entry: id } = await params;
  const { document, revision } = await lookInSpace(viewPostmortem, space, { id });
  const t = await getTranslations("postmortem");
  return (
    <PartPage at={`/s/${space}/${id}`} name={document.title} part={t("lessons")} help={t("help.lessons")}>
      <LessonsForm action={saveLessonsAction.bind(null, space)} of={{ id, base: revision }} document={document} />
    </PartPage>
  );
}
