import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedArea, TypedChoice, TypedField } from "@/components/form/typed";
import { Field } from "@/components/ui/field";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/web/form-state";

type ImportFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  entry: string;
  zone: string;
};

/** A paste or a file of numbers over time. */
export function ImportForm({ action, entry, zone }: ImportFormProps) {
  const t = useTranslations("series");
  return (
    <ActionForm action={action} className="grid gap-4">
      <input type="hidden" name="entryId" value={entry} />
      <TypedArea
        name="text"
        label={t("paste")}
        hint={t("pasteHint")}
        rows={6}
        className="control max-h-80 font-mono text-sm"
        spellCheck={false}
      />
      <Field name="file" type="file" accept=".csv,.tsv,.txt,.json,text/csv,application/json" label={t("file")} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TypedField name="sourceName" label={t("sourceName")} maxLength={200} hint={t("sourceNameHint")} />
        <TypedField name="zone" label={t("zone")} defaultValue={zone} hint={t("zoneHint")} />
      </div>
      <TypedChoice name="quiet" label={t("isQuiet")} hint={t("isQuietHint")} />
      <Submit className="justify-self-start">{t("take")}</Submit>
    </ActionForm>
  );
}
