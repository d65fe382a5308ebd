import { useTranslations } from "next-intl";
import { TypedArea } from "@/components/form/typed";
import { type PartFormProps, useRowWords } from "./part-form";
import { RowsForm } from "./rows-form";

/** Who felt it, in words and in numbers with their units. */
export function ImpactRows({ action, of, document: { impact, impactNumbers } }: PartFormProps) {
  const t = useTranslations("postmortem");
  const fields = [
    { name: "name", as: "line", label: t("impactName") },
    { name: "value", as: "number", label: t("impactValue"), half: true },
    { name: "unit", as: "line", label: t("impactUnit"), half: true },
  ] as const;
  return (
    <RowsForm
      action={action}
      of={of}
      list="impactNumbers"
      blank={{ name: "", value: "", unit: "" }}
      drafts={impactNumbers.map(({ name, value, unit }) => ({ name, value: String(value), unit }))}
      fields={fields}
      words={useRowWords()}
    >
      <TypedArea name="impact" label={t("impact")} defaultValue={impact} rows={4} />
    </RowsForm>
  );
}
