"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { Time } from "@/components/ui/time";
import type { RetentionAction, RetentionView } from "./retention-form";

type HoldProps = { view: RetentionView; place: RetentionAction; lift: RetentionAction };

/** Whether the event must be kept whatever else was said. */
export function HoldSection({ view, place, lift }: HoldProps) {
  const t = useTranslations("retention");
  return (
    <section className="card grid gap-3 p-4">
      <h2 className="font-bold text-lg">{t("hold.title")}</h2>
      <p className="text-soft">{t("hold.help")}</p>
      {view.heldAt ? (
        <>
          <Notice
            tone="warn"
            title={
              <>
                {t("hold.since")} <Time at={view.heldAt} zone={view.zone} as="date" />
              </>
            }
          >
            {view.heldBecause}
          </Notice>
          <ActionForm action={lift}>
            <Submit look="quiet">{t("hold.lift")}</Submit>
          </ActionForm>
        </>
      ) : (
        <ActionForm action={place} className="grid gap-3">
          <TypedField name="because" label={t("hold.because")} required />
          <Submit look="quiet" className="justify-self-start">
            {t("hold.place")}
          </Submit>
        </ActionForm>
      )}
    </section>
  );
}
