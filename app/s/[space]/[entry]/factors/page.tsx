import { getTranslations } from "next-intl/server";
import { FactorsRows } from "@/components/postmortem/factors-rows";
import { PartPage } from "@/components/postmortem/part-page";
import { viewPostmortem } from "@/lib/incident/queries";
import { lookInSpace } from "@/lib/web/space";
import { saveFactorsAction } from "../incident";

type FactorsProps = { params: Promise<{ space: string; entry: string }> };

export default async function FactorsPage({ params }: FactorsProps) {
  const { space, entry: id } = await params;
  const { document, revision } = await lookInSpace(viewPostmortem, space, { id });
  const t = await getTranslations("postmortem");
  return (
    <PartPage at={`/s/${space}/${id}`} name={document.title} part={t("factors")} help={t("help.factors")}>
      <FactorsRows action={saveFactorsAction.bind(null, space)} of={{ id, base: revision }} document={document} />
    </PartPage>
  );
}
