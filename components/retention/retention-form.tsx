"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedChoice, TypedField, TypedRadio } from "@/components/form/typed";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import type { viewRetention } from "@/lib/retention/queries";
import { daysUntil, keeps } from "@/lib/retention/rules";

export type RetentionView = Awaited<ReturnType<(typeof viewRetention)["run"]>>;
export type RetentionAction = ComponentProps<typeof ActionForm>["action"];

/** When it is purged, what stays, and whether its pages carry names. */
export function RetentionForm({ view, action }: { view: RetentionView; action: RetentionAction }) {
  const t = useTranslations("retention");
  const { purgeOn, today, zone } = view;
  return (
    <section className="card p-4">
      <ActionForm action={action} className="grid gap-4" done={<Notice tone="good" title={t("saved")} />}>
        <TypedField
          name="purgeOn"
          type="date"
          label={t("when")}
          hint={`${t("whenHint", { zone })} ${purgeOn ? t("in", { days: daysUntil(purgeOn, today) }) : ""}`}
          defaultValue={purgeOn ?? ""}
        />
        <Keeps chosen={view.keeps} />
        <TypedChoice
          name="watermark"
          label={t("watermark")}
          hint={t("watermarkHint")}
          defaultChecked={view.watermark}
        />
        <Submit className="justify-self-start">{t("save")}</Submit>
      </ActionForm>
    </section>
  );
}

/** What stays: nothing, outcomes, all. */
export function Keeps({ chosen }: { chosen: RetentionView["keeps"] }) {
  const t = useTranslations("retention");
  return (
    <fieldset>
      <legend className="font-semibold">{t("keeps")}</legend>
      {keeps.map((one) => (
        <TypedRadio
          key={one}
          name="keeps"
          value={one}
          label={t(`keepsAre.${one}`)}
          hint={t(`keepsHint.${one}`)}
          defaultChecked={one === chosen}
        />
      ))}
    </fieldset>
  );
}
