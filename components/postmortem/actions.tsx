import { useFormatter, useTranslations } from "next-intl";
import { Prose } from "@/components/entry/prose";
import { Badge } from "@/components/ui/badge";
import type { PostmortemDocument } from "@/lib/postmortem/input";
import { type ActionItem, ageOf } from "@/lib/postmortem/rules";

type ActionsProps = { document: PostmortemDocument /** ISO day. */; today: string };

/** What will be done about it, by whom and until when, and what is overdue. */
export function Actions({ document: { actions }, today }: ActionsProps) {
  return (
    <ul className="grid gap-3">
      {actions.map((action) => (
        <li key={action.id} id={`action-${action.id}`} className="card grid gap-2 p-3">
          <Prose below={3}>{action.text}</Prose>
          <Standing action={action} today={today} />
        </li>
      ))}
    </ul>
  );
}

const tones = { open: "plain", doing: "accent", done: "good", dropped: "plain" } as const;

function Standing({ action, today }: { action: ActionItem; today: string }) {
  const t = useTranslations("postmortem");
  const format = useFormatter();
  const { standing, days } = ageOf(action, today);
  const day = (iso: string) =>
    format.dateTime(new Date(iso), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
      <Badge tone={tones[action.status]}>{t(`status.${action.status}`)}</Badge>
      {standing === "overdue" && <Badge tone="bad">{t("overdue", { days })}</Badge>}
      <span>{t(`actionType.${action.type}`)}</span>
      <span>{action.owner ? t("ownedBy", { owner: action.owner }) : t("ownedByNobody")}</span>
      {action.dueOn && <span>{t("dueOn", { day: day(action.dueOn) })}</span>}
      {action.doneOn && <span>{t("doneOn", { day: day(action.doneOn) })}</span>}
      {action.verifiedBy && <span>{t("verifiedBy", { who: action.verifiedBy })}</span>}
      {action.tracker && (
        <a href={action.tracker} rel="nofollow noreferrer" className="text-accent underline">
          {t("tracker")}
        </a>
      )}
    </p>
  );
}
