"use client";

import { useTranslations } from "next-intl";
import { TypedField, TypedSelect } from "@/components/form/typed";
import type { Parameter } from "@/lib/placeholder/rules";
import { Part, type Save } from "./part";

type ParametersPartProps = { id: string; base: number; parameters: readonly Parameter[]; action: Save };

const types = ["text", "number", "choice", "host", "path", "duration", "secret"] as const;
const empty: Parameter = { name: "", label: "", type: "text", default: "", choices: [], required: true };

/** What its reader fills in, and room for another; one without a name is taken out. */
export function ParametersPart({ parameters, action, ...begun }: ParametersPartProps) {
  const t = useTranslations("recipe.form");
  return (
    <Part {...begun} name="parameters" title={t("parameters")} help={t("parametersHelp")} action={action}>
      {[...parameters, empty].map((parameter, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its number
        <Row key={at} parameter={parameter} at={at} />
      ))}
    </Part>
  );
}

function Row({ parameter, at }: { parameter: Parameter; at: number }) {
  const t = useTranslations("recipe.form");
  const fill = useTranslations("recipe.fill");
  const { name, label, type, choices, required } = parameter;
  return (
    <fieldset className="fill-fields border-line border-t pt-3">
      <legend className="sr-only">{name || t("newParameter")}</legend>
      <TypedField name={`parameters.${at}.name`} label={t("name")} defaultValue={name} spellCheck={false} />
      <TypedField name={`parameters.${at}.label`} label={t("label")} defaultValue={label} />
      <TypedSelect name={`parameters.${at}.type`} label={t("type")} defaultValue={type}>
        {types.map((one) => (
          <option key={one} value={one}>
            {fill(`type.${one}`)}
          </option>
        ))}
      </TypedSelect>
      <TypedField name={`parameters.${at}.default`} label={t("default")} defaultValue={parameter.default} />
      <TypedField
        name={`parameters.${at}.choices`}
        label={t("choices")}
        hint={t("choicesHint")}
        defaultValue={choices.join(" | ")}
      />
      <TypedSelect name={`parameters.${at}.required`} label={t("required")} defaultValue={required ? "yes" : "no"}>
        <option value="yes">{t("yes")}</option>
        <option value="no">{t("no")}</option>
      </TypedSelect>
    </fieldset>
  );
}
