"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";

type OrgFormProps = { action: ComponentProps<typeof ActionForm>["action"]; ownerName: string };

/** All it takes to make a company. */
export function OrgForm({ action, ownerName }: OrgFormProps) {
  const t = useTranslations("org");
  return (
    <ActionForm action={action} className="grid gap-4">
      <TypedField name="name" label={t("name")} defaultValue="" required maxLength={60} autoComplete="organization" />
      <TypedField
        name="ownerName"
        label={t("yourName")}
        defaultValue={ownerName}
        required
        maxLength={60}
        autoComplete="name"
      />
      <Submit large>{t("create")}</Submit>
      <p className="text-sm text-soft">{t("createHint")}</p>
    </ActionForm>
  );
}
