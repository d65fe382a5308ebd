import { getTranslations } from "next-intl/server";
import { BelowEntry } from "@/components/entry/below-entry";
import { Changes } from "@/components/entry/changes";
import { OfferForm } from "@/components/proposal/offer-form";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";
import { viewFork } from "@/lib/proposal/queries";
import { lookInSpace } from "@/lib/web/space";
import { offerAction } from "./actions";

type ForkProps = { params: Promise<{ space: string; entry: string }> };

/** What a fork changed: all that leaves when it is offered back, and what became of it. */
export default async function ForkPage({ params }: ForkProps) {
  const { space, entry: id } = await params;
  const fork = await lookInSpace(viewFork, space, { id });
  const t = await getTranslations("recipe.proposals");
  const { changes, offers, mayOffer, digest, credit, isPublic } = fork;
  return (
    <Words namespaces={["ui", "refused", "recipe", "entry"]}>
      <BelowEntry space={space} entry={id} over={fork.title} title={t("forkTitle")}>
        <div className="grid max-w-3xl gap-6">
          <Changes changes={changes} from={fork.version} to={t("yours")} />
          {changes.length > 0 && !mayOffer && <Notice title={t("approverNeeded")} />}
          {changes.length > 0 && mayOffer && (
            <OfferForm {...{ id, digest, credit, isPublic }} action={offerAction.bind(null, space)} />
          )}
          <ul className="grid gap-3">
            {offers.map((offer) => (
              <li key={offer.id} className="card grid gap-1 p-4">
                <span className="flex flex-wrap gap-2">
                  <Time at={offer.proposed_at} zone="UTC" as="date" />
                  <Badge>{t(offer.decided_at ? (offer.merged ? "merged" : "declined") : "open")}</Badge>
                </span>
                {offer.answer && <p>{offer.answer}</p>}
              </li>
            ))}
          </ul>
        </div>
      </BelowEntry>
    </Words>
  );
}
