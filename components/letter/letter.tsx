"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";

type LetterProps = {
  letter: { kind: string; verdict: string; name: string | null; slug: string | null; role: string | null };
  person: { name: string | null; email: string | null } | null;
  open: ComponentProps<typeof ActionForm>["action"];
};

/** An invitation in hand: what it opens, and the button that opens it. */
export function Letter({ letter, person, open }: LetterProps) {
  const t = useTranslations("letter");
  const { kind, verdict, name, slug, role } = letter;
  if (verdict === "confirm-email-first") {
    return (
      <>
        <p className="text-soft">{t("signInFirst")}</p>
        <LinkButton href="/sign-in?next=/invitation" look="primary" large>
          {t("signIn")}
        </LinkButton>
      </>
    );
  }
  if (verdict === "not-for-you") {
    return (
      <Notice tone="warn" title={t("notForYou")}>
        {t("notForYouHelp", { email: person?.email ?? "" })}
      </Notice>
    );
  }
  if (verdict === "member") {
    return (
      <LinkButton href={`/${kind === "org" ? "o" : "e"}/${slug}`} look="primary" large>
        {t("in", { name: name ?? "" })}
      </LinkButton>
    );
  }
  return (
    <ActionForm action={open} className="grid gap-4">
      <p>{t(`opens.${kind}`, { name: name ?? "", role: t(`roles.${role}`) })}</p>
      <TypedField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        defaultValue={person?.name ?? ""}
        required
        maxLength={60}
        autoComplete="name"
      />
      <Submit large>{t("accept")}</Submit>
      <p className="text-sm text-soft">{t("as", { email: person?.email ?? "" })}</p>
    </ActionForm>
  );
}
