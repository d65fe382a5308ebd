import { useFormatter, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Badge } from "@/components/ui/badge";
import { OneButton } from "@/components/ui/one-button";
import type { ListedInvitation } from "@/lib/invitation/queries";

type InvitationListProps = {
  invitations: readonly ListedInvitation[];
  revoke: ComponentProps<typeof OneButton>["action"];
};

/** Who was invited how, and what came of it; never a link. */
export function InvitationList({ invitations, revoke }: InvitationListProps) {
  const t = useTranslations("letter");
  const format = useFormatter();
  if (invitations.length === 0) return <p className="text-soft">{t("noneYet")}</p>;
  return (
    <ul className="grid gap-2">
      {invitations.map(({ id, role, email, domain, uses, used, expiresAt, state }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-2 border-line border-t pt-2">
          <div className="min-w-0">
            <p className="break-words font-semibold">{email ?? (domain ? `@${domain}` : t("anybody"))}</p>
            <p className="text-sm text-soft">
              {t(`roles.${role}`)} · {t("used", { used, uses })} ·{" "}
              {t("until", { day: format.dateTime(expiresAt, { dateStyle: "medium", timeZone: "UTC" }) })}
            </p>
          </div>
          {state === "open" ? (
            <OneButton action={revoke} send={{ id }} look="danger">
              {t("revoke")}
            </OneButton>
          ) : (
            <Badge>{t(`states.${state}`)}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
