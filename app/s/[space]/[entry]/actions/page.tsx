import { getTranslations } from "next-intl/server";
import { ActionsRows } from "@/components/postmortem/actions-rows";
import { PartPage } from "@/components/postmortem/part-page";
import { viewPostmortem } from "@/lib/incident/queries";
import { lookInSpace } from "@/lib/web/space";
import { saveActionsAction } from "../incident";

type ActionsProps = { params: Promise<{ space: string; entry: string }> };

export default async function ActionsPage({ params }: ActionsProps) {
  const { space, entry: id } = await params;
  const { document, revision } = await lookInSpace(viewPostmortem, space, { id });
  const t = await getTranslations("postmortem");
  return (
    <PartPage at={`/s/${space}/${id}`} name={document.title} part={t("actions")} help={t("help.actions")}>
      <ActionsRows action={saveActionsAction.bind(null, space)} of={{ id, base: revision }} document={document} />
    </PartPage>
  );
}
