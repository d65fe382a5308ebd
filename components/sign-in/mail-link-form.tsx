"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";

type MailLinkFormProps = { action: ComponentProps<typeof ActionForm>["action"]; next: string; submit?: string };

/** An e-mail address that gets a link. */
export function MailLinkForm({ action, next, submit }: MailLinkFormProps) {
  const t = useTranslations("signin");
  return (
    <ActionForm action={action} className="grid gap-4">
      <input type="hidden" name="next" value={next} />
      <TypedField
        name="email"
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        required
        autoComplete="email"
        inputMode="email"
      />
      <Submit large>{submit ?? t("send")}</Submit>
    </ActionForm>
  );
}
