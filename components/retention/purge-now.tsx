"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";
import { Keeps, type RetentionAction, type RetentionView } from "./retention-form";

/** The end of the event, today: by its name, typed out. */
export function PurgeNow({ view, action }: { view: RetentionView; action: RetentionAction }) {
  const t = useTranslations("retention");
  return (
    <details className="card p-4">
      <summary className="cursor-pointer py-2 font-bold text-lg">{t("now.title")}</summary>
      <p className="py-3 text-soft">{t("now.help", { id: view.id })}</p>
      <ActionForm action={action} className="grid gap-4">
        <Keeps chosen={view.keeps} />
        <TypedField
          name="name"
          id="purge-name"
          label={t("now.name", { name: view.name })}
          autoComplete="off"
          required
        />
        <Submit look="danger" className="justify-self-start">
          {t("now.do")}
        </Submit>
      </ActionForm>
    </details>
  );
}
