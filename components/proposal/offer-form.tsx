"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedArea, TypedField } from "@/components/form/typed";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";

type OfferFormProps = {
  id: string;
  digest: string;
  credit: string;
  isPublic: boolean;
  action: ComponentProps<typeof ActionForm>["action"];
};

/** Hands exactly the changes above to those who look after what it came from. */
export function OfferForm({ id, digest, credit, isPublic, action }: OfferFormProps) {
  const t = useTranslations("recipe.proposals");
  return (
    <ActionForm action={action} className="card grid gap-4 p-4" done={<Notice tone="good" title={t("offered")} />}>
      <h2 className="font-bold text-lg">{t("offer")}</h2>
      {isPublic && <Notice tone="warn" title={t("leaves")} />}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="digest" value={digest} />
      <TypedField name="credit" label={t("credit")} hint={t("creditHint")} defaultValue={credit} maxLength={200} />
      <TypedArea name="message" label={t("message")} maxLength={4_000} />
      <Submit className="justify-self-start">{t("offer")}</Submit>
    </ActionForm>
  );
}
