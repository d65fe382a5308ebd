"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedField, TypedRadio, TypedSelect } from "@/components/form/typed";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { outcomes } from "@/lib/works/rules";

type ReportFormProps = {
  versions: readonly string[];
  /** Of a recipe of a space; a published one is known by its address. */
  id?: string;
  help: string;
  action: ComponentProps<typeof ActionForm>["action"];
};

/** Says how it went: which version, where, and how. */
export function ReportForm({ versions, id, help, action }: ReportFormProps) {
  const t = useTranslations("recipe.works");
  return (
    <ActionForm action={action} className="card grid gap-4 p-4" done={<Notice tone="good" title={t("thanks")} />}>
      <h2 className="font-bold text-lg">{t("say")}</h2>
      <p className="text-sm text-soft">{help}</p>
      {id && <input type="hidden" name="id" value={id} />}
      <div className="fill-fields">
        <TypedSelect name="version" label={t("version")}>
          {versions.map((version) => (
            <option key={version}>{version}</option>
          ))}
        </TypedSelect>
        <TypedField name="environment" label={t("environment")} hint={t("environmentHint")} maxLength={200} required />
      </div>
      <fieldset>
        <legend className="font-semibold">{t("outcome")}</legend>
        {outcomes.map((outcome) => (
          <TypedRadio
            key={outcome}
            name="outcome"
            value={outcome}
            label={t(`outcomes.${outcome}`)}
            defaultChecked={outcome === "works"}
          />
        ))}
      </fieldset>
      <TypedField name="note" label={t("note")} hint={t("noteHint")} maxLength={500} />
      <Submit className="justify-self-start">{t("send")}</Submit>
    </ActionForm>
  );
}
