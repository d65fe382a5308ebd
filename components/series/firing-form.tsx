import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import type { AskedRule } from "@/lib/alert/input";
import type { OfferedAlert } from "@/lib/alert/queries";
import { comparisons } from "@/lib/alert/rules";
import type { ListedSeries } from "@/lib/series/queries";

type FiringFormProps = {
  address: string;
  listed: ListedSeries[];
  alerts: OfferedAlert[];
  asked: AskedRule;
};

/** Which alert over which series: a recipe's, or a threshold of one's own. A question, so it stands in the address. */
export function FiringForm({ address, listed, alerts, asked }: FiringFormProps) {
  const t = useTranslations("series");
  return (
    <form action={`${address}#alert`} className="grid gap-4">
      <Select name="series" label={t("overSeries")} defaultValue={asked.series ?? undefined}>
        {listed.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {alerts.length > 0 && (
        <Select name="rule" label={t("ruleOf")} defaultValue={asked.rule} hint={t("ruleHint")}>
          <option value="">{t("ownRule")}</option>
          {alerts.map(({ key, recipe, name, expression }) => (
            <option key={key} value={key}>
              {`${recipe}: ${name} (${expression.slice(0, 120)})`}
            </option>
          ))}
        </Select>
      )}
      <fieldset className="grid grid-cols-3 gap-3">
        <legend className="mb-1.5 font-semibold">{t("ownRule")}</legend>
        <Select name="comparison" label={t("comparison")} defaultValue={asked.comparison}>
          {comparisons.map((sign) => (
            <option key={sign}>{sign}</option>
          ))}
        </Select>
        <Field name="value" inputMode="decimal" label={t("threshold")} defaultValue={asked.value ?? ""} />
        <Field name="minutes" inputMode="decimal" label={t("forMinutes")} defaultValue={asked.minutes} />
      </fieldset>
      <Button type="submit" className="justify-self-start">
        {t("wouldItFire")}
      </Button>
    </form>
  );
}
