import { useTranslations } from "next-intl";
import { TypedRadio } from "@/components/form/typed";
import { confidentialities } from "@/lib/confidentiality/rules";

/** Which promise a topic is pitched under. Inside an `ActionForm`. */
export function ConfidentialityChoice() {
  const t = useTranslations("confidential");
  return (
    <details className="fold">
      <summary>{t("title")}</summary>
      <fieldset className="grid pb-3">
        <legend className="sr-only">{t("title")}</legend>
        {confidentialities.map((one) => (
          <TypedRadio
            key={one}
            name="confidentiality"
            value={one}
            label={t(one)}
            hint={t(`${one}Help`)}
            defaultChecked={one === "open"}
          />
        ))}
      </fieldset>
    </details>
  );
}
