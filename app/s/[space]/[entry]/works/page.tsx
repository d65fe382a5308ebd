import { getTranslations } from "next-intl/server";
import "@/components/code/code.css";
import { BelowEntry } from "@/components/entry/below-entry";
import { StartRehearsal } from "@/components/rehearsal/start";
import { Words } from "@/components/ui/words";
import { OwnReports } from "@/components/works/own-reports";
import { ReportForm } from "@/components/works/report-form";
import { WorksMatrix } from "@/components/works/works-matrix";
import { viewStages } from "@/lib/rehearsal/queries";
import { lookInSpace } from "@/lib/web/space";
import { viewWorksHere } from "@/lib/works/queries";
import { reportHereAction, startRehearsalAction, takeBackHereAction } from "./actions";

type WorksProps = { params: Promise<{ space: string; entry: string }> };

/** Whether a recipe of a space works for its members, where. */
export default async function WorksHerePage({ params }: WorksProps) {
  const { space, entry: id } = await params;
  const { title, versions, matrix, own } = await lookInSpace(viewWorksHere, space, { id });
  const stages = await lookInSpace(viewStages, space, { id });
  const t = await getTranslations("recipe.works");
  return (
    <Words namespaces={["ui", "refused", "recipe", "rehearsal"]}>
      <BelowEntry space={space} entry={id} over={title} title={t("title")}>
        <div className="grid max-w-4xl gap-6">
          <WorksMatrix matrix={matrix} />
          {versions.length > 0 && (
            <ReportForm id={id} versions={versions} help={t("helpHere")} action={reportHereAction.bind(null, space)} />
          )}
          {stages.length > 0 && versions.length > 0 && (
            <StartRehearsal
              id={id}
              versions={versions}
              stages={stages}
              start={startRehearsalAction.bind(null, space)}
            />
          )}
          <OwnReports id={id} own={own} action={takeBackHereAction.bind(null, space)} />
        </div>
      </BelowEntry>
    </Words>
  );
}
