import { getTranslations } from "next-intl/server";
import { BelowEntry } from "@/components/entry/below-entry";
import { Changes } from "@/components/entry/changes";
import { Prose } from "@/components/entry/prose";
import { DecideForm } from "@/components/proposal/decide-form";
import { Notice } from "@/components/ui/notice";
import { Words } from "@/components/ui/words";
import { viewProposal } from "@/lib/proposal/queries";
import { lookInSpace } from "@/lib/web/space";
import { decideAction } from "./actions";

type ProposalProps = { params: Promise<{ space: string; entry: string; proposal: string }> };

/** An improvement that somebody offered: what it changes, and what to do with it. */
export default async function ProposalPage({ params }: ProposalProps) {
  const { space, entry: id, proposal } = await params;
  const shown = await lookInSpace(viewProposal, space, { id, proposal });
  const { title, credit, message, changes, conflicts, decidedAt, mergedAs, answer, mayDecide, revision } = shown;
  const t = await getTranslations("recipe.proposals");
  return (
    <Words namespaces={["ui", "refused", "recipe", "entry"]}>
      <BelowEntry space={space} entry={id} over={title} title={t("by", { name: credit || t("unnamed") })}>
        <div className="grid max-w-3xl gap-6">
          {message && <Prose>{message}</Prose>}
          {decidedAt && (
            <Notice tone={mergedAs === null ? "info" : "good"} title={t(mergedAs === null ? "declined" : "merged")}>
              {answer}
            </Notice>
          )}
          <Changes changes={changes} from={t("before")} to={t("offeredState")} />
          {!decidedAt && mayDecide && (
            <DecideForm {...{ id, proposal, revision, conflicts }} action={decideAction.bind(null, space)} />
          )}
        </div>
      </BelowEntry>
    </Words>
  );
}
