"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";

export type Save = ComponentProps<typeof ActionForm>["action"];
type PartProps = {
  id: string;
  base: number;
  name: string;
  title: string;
  help?: string;
  action: Save;
  children: ReactNode;
};

/** One part of a recipe as a form of its own: what others change in another part stays. */
export function Part({ id, base, name, title, help, action, children }: PartProps) {
  const t = useTranslations("recipe.form");
  return (
    <ActionForm
      action={action}
      className="card grid gap-4 p-4"
      aria-labelledby={`part-${name}`}
      done={<Notice tone="good" title={t("saved")} />}
    >
      <h2 id={`part-${name}`} className="font-bold text-lg">
        {title}
      </h2>
      {help && <p className="text-sm text-soft">{help}</p>}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="base" value={base} />
      {children}
      <Submit className="justify-self-start">{t("save")}</Submit>
    </ActionForm>
  );
}
