"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedArea, TypedField } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";

type ReleaseFormProps = { id: string; next: string; action: ComponentProps<typeof ActionForm>["action"] };

/** Releases what is written now, for ever. */
export function ReleaseForm({ id, next, action }: ReleaseFormProps) {
  const t = useTranslations("recipe.versions");
  return (
    <ActionForm action={action} className="card grid gap-4 p-4">
      <h2 className="font-bold text-lg">{t("release")}</h2>
      <p className="text-sm text-soft">{t("releaseHelp")}</p>
      <input type="hidden" name="id" value={id} />
      <TypedField name="version" label={t("number")} hint={t("numberHint")} defaultValue={next} required />
      <TypedArea name="changes" label={t("changes")} hint={t("changesHint")} />
      <Submit className="justify-self-start">{t("release")}</Submit>
    </ActionForm>
  );
}
