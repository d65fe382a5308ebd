import { getTranslations } from "next-intl/server";
import { ImpactRows } from "@/components/postmortem/impact-rows";
import { PartPage } from "@/components/postmortem/part-page";
import { viewPostmortem } from "@/lib/incident/queries";
import { lookInSpace } from "@/lib/web/space";
import { saveImpactAction } from "../incident";

type ImpactProps = { params: Promise<{ space: string; entry: string }> };

export default async function ImpactPage({ params }: ImpactProps) {
  const { space, entry: id } = await params;
  const { document, revision } = await lookInSpace(viewPostmortem, space, { id });
  const t = await getTranslations("postmortem");
  return (
    <PartPage at={`/s/${space}/${id}`} name={document.title} part={t("impact")} help={t("help.impact")}>
      <ImpactRows action={saveImpactAction.bind(null, space)} of={{ id, base: revision }} document={document} />
    </PartPage>
  );
}
