import { getTranslations } from "next-intl/server";
import { PartPage } from "@/components/postmortem/part-page";
import { TimesForm } from "@/components/postmortem/times-form";
import { viewPostmortem } from "@/lib/incident/queries";
import { lookInSpace } from "@/lib/web/space";
import { saveTimesAction } from "../incident";

type TimesProps = { params: Promise<{ space: string; entry: string }> };

export default async function TimesPage({ params }: TimesProps) {
  const { space, entry: id } = await params;
  const { document, revision } = await lookInSpace(viewPostmortem, space, { id });
  const t = await getTranslations("postmortem");
  return (
    <PartPage at={`/s/${space}/${id}`} name={document.title} part={t("times")} help={t("help.times")}>
      <TimesForm action={saveTimesAction.bind(null, space)} of={{ id, base: revision }} document={document} />
    </PartPage>
  );
}
