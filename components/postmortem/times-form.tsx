import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedField, TypedHidden, TypedSelect } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";
import { typedOf } from "@/lib/incident/rules";
import { moments } from "@/lib/postmortem/input";
import type { PartFormProps } from "./part-form";

const supportDays = ["none", "weekdays", "every-day"] as const;
const found = ["unknown", "alert", "human", "customer", "audit", "chance"] as const;

/** When it started, was seen, was over. Durations are no fields: they follow. */
export function TimesForm({ action, of, document }: PartFormProps) {
  const t = useTranslations("postmortem");
  const { times, zone, severity, severityLabel, detection, supportHours } = document;
  const days = supportHours === null ? "none" : supportHours.days.length > 5 ? "every-day" : "weekdays";
  return (
    <ActionForm action={action} className="grid max-w-3xl gap-6">
      <TypedHidden name="id" defaultValue={of.id} />
      <TypedHidden name="base" defaultValue={String(of.base)} />
      <div className="grid gap-4 sm:grid-cols-2">
        {moments.map((moment) => (
          <TypedField
            key={moment}
            name={moment}
            label={t(`moment.${moment}`)}
            defaultValue={typedOf(times[moment], zone)}
          />
        ))}
        <TypedField name="zone" label={t("zone")} hint={t("zoneHelp")} defaultValue={zone ?? ""} />
      </div>
      <fieldset className="grid gap-4 sm:grid-cols-3">
        <legend className="pb-2 font-semibold">{t("supportHours")}</legend>
        <TypedSelect name="supportDays" label={t("supportDays")} defaultValue={days}>
          {supportDays.map((one) => (
            <option key={one} value={one}>
              {t(`supportDay.${one}`)}
            </option>
          ))}
        </TypedSelect>
        <TypedField name="supportFrom" type="time" label={t("supportFrom")} defaultValue={supportHours?.from ?? ""} />
        <TypedField name="supportTo" type="time" label={t("supportTo")} defaultValue={supportHours?.to ?? ""} />
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-3">
        <TypedSelect name="severity" label={t("severityOf")} defaultValue={String(severity ?? "")}>
          <option value="">{t("severityNone")}</option>
          {[1, 2, 3, 4].map((level) => (
            <option key={level} value={level}>
              {t("severity", { level })}
            </option>
          ))}
        </TypedSelect>
        <TypedField name="severityLabel" label={t("severityLabel")} defaultValue={severityLabel} maxLength={60} />
        <TypedSelect name="detection" label={t("detectedHow")} defaultValue={detection}>
          {found.map((one) => (
            <option key={one} value={one}>
              {t(`detection.${one}`)}
            </option>
          ))}
        </TypedSelect>
      </div>
      <Submit className="justify-self-start">{t("save")}</Submit>
    </ActionForm>
  );
}
