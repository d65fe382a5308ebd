"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { KeptForm } from "@/components/outbox/kept-form";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";

type NameFormProps = {
  action: ComponentProps<typeof ActionForm>["action"];
  name: string;
  /** Twofeet made the present name up. */
  madeUp: boolean;
};

/** How others see one's topics. */
export function NameForm({ action, name, madeUp }: NameFormProps) {
  const t = useTranslations("me");
  return (
    <KeptForm
      kind="name"
      about="name"
      action={action}
      className="grid gap-3"
      done={<Notice tone="good" title={t("renamed")} />}
    >
      <div className="flex items-end gap-2 [&>:first-child]:grow">
        <TypedField
          name="name"
          label={t("name")}
          defaultValue={name}
          required
          maxLength={60}
          autoComplete="nickname"
          enterKeyHint="done"
        />
        <Submit look="quiet">{t("rename")}</Submit>
      </div>
      <p className="text-sm text-soft">{madeUp ? t("madeUp") : t("nameHint")}</p>
    </KeptForm>
  );
}
