import { getTranslations } from "next-intl/server";
import { BelowEntry } from "@/components/entry/below-entry";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { viewProposals } from "@/lib/proposal/queries";
import { lookInSpace } from "@/lib/web/space";

type ProposalsProps = { params: Promise<{ space: string; entry: string }> };

/** Improvements that others offered. */
export default async function ProposalsPage({ params }: ProposalsProps) {
  const { space, entry: id } = await params;
  const { title, proposals } = await lookInSpace(viewProposals, space, { id });
  const t = await getTranslations("recipe.proposals");
  return (
    <BelowEntry space={space} entry={id} over={title} title={t("title")}>
      {proposals.length === 0 && <EmptyState title={t("none")}>{t("noneHelp")}</EmptyState>}
      <ul className="grid max-w-3xl gap-3">
        {proposals.map(({ id: proposal, credit, message, proposedAt, decidedAt, revision }) => (
          <li key={proposal} className="card grid gap-1 p-4">
            <span className="flex flex-wrap items-center gap-2">
              <Link href={`/s/${space}/${id}/proposals/${proposal}`} className="font-semibold text-accent underline">
                {credit || t("unnamed")}
              </Link>
              <Time at={proposedAt} zone="UTC" as="date" />
              <Badge tone={decidedAt ? "plain" : "accent"}>
                {t(decidedAt ? (revision === null ? "declined" : "merged") : "open")}
              </Badge>
            </span>
            {message && <p className="line-clamp-3 text-soft">{message}</p>}
          </li>
        ))}
      </ul>
    </BelowEntry>
  );
}
