import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { ActionForm } from "@/components/form/action-form";
import { MailLinkForm } from "@/components/sign-in/mail-link-form";
import { LinkButton } from "@/components/ui/button";
import { Section } from "./section";
import { TicketForm } from "./ticket-form";

type Action = ComponentProps<typeof ActionForm>["action"];
type StandingProps = {
  slug: string;
  /** Why one may not vote, by refusal reason. */
  barred: string | null;
  email: string | null;
  mailLink: Action;
  useTicket: Action;
};

/** What is missing before one's dots count, and that a guest lives in one browser only. */
export function Standing({ slug, barred, email, mailLink, useTicket }: StandingProps) {
  const t = useTranslations("me");
  return (
    <>
      {barred === "needs-ticket" && (
        <Section title={t("barred.needs-ticket")}>
          <p className="text-soft">{t("barred.ticketHelp")}</p>
          <TicketForm action={useTicket} />
        </Section>
      )}
      {!email && (
        <Section title={t(barred === "needs-confirmed-email" ? "barred.needs-confirmed-email" : "keep")} id="keep">
          <p className="text-soft">{t("keepHelp")}</p>
          <MailLinkForm action={mailLink} next={`/e/${slug}/me`} submit={t("keepSend")} />
        </Section>
      )}
    </>
  );
}

/** Somebody who only looks so far. */
export function Looking({ slug, holdsCode }: { slug: string; holdsCode: boolean }) {
  const t = useTranslations("me");
  return (
    <Section title={t("looking")}>
      <p className="text-soft">{t(holdsCode ? "lookingWithCode" : "lookingHelp")}</p>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`/e/${slug}/join?next=/e/${slug}/me`} look={holdsCode ? "quiet" : "primary"}>
          {t("join")}
        </LinkButton>
        <LinkButton href={`/sign-in?next=/e/${slug}/me`} look="plain">
          {t("signIn")}
        </LinkButton>
      </div>
    </Section>
  );
}
