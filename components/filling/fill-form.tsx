"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { complaintAbout, fieldOf, type Parameter } from "@/lib/placeholder/rules";
import { useFilling } from "./filling";

type FillFormProps = { parameters: readonly Parameter[] };

/**
 * The placeholders of a recipe as fields. Without JavaScript the address carries what was typed to the server and back,
 * except secrets, which are in no form that is sent.
 */
export function FillForm({ parameters }: FillFormProps) {
  const t = useTranslations("recipe.fill");
  return (
    <form
      method="get"
      className="fill-form card grid gap-4 p-4"
      onSubmit={(sent) => sent.preventDefault()}
      autoComplete="off"
    >
      <div>
        <h2 className="font-bold text-lg">{t("title")}</h2>
        <p className="text-sm text-soft">{t("help")}</p>
      </div>
      <div className="fill-fields">
        {parameters.map((parameter) => (
          <FillField key={parameter.name} parameter={parameter} />
        ))}
      </div>
      <Button type="submit" className="without-script justify-self-start">
        {t("fill")}
      </Button>
    </form>
  );
}

function FillField({ parameter }: { parameter: Parameter }) {
  const { name, label, type, required } = parameter;
  const { values, set } = useFilling();
  const t = useTranslations("recipe.fill");
  const value = values[name] ?? "";
  const complaint = value === "" ? null : complaintAbout(parameter, value);
  const field = {
    id: `fill-${name}`,
    name: fieldOf(name),
    label: label || name,
    optional: required ? undefined : t("optional"),
    complaint: complaint && t(`complaint.${complaint}`, { type: t(`type.${type}`) }),
    value,
    hint: hintOf(parameter, t),
  };
  if (type === "choice")
    return (
      <Select {...field} onChange={({ target }) => set(name, target.value)}>
        <option value="">{parameter.default || t("choose")}</option>
        {parameter.choices.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
    );
  const own = type === "secret" ? { type: "password", form: "", "data-secret": true, autoComplete: "off" } : {};
  return (
    <Field
      {...field}
      {...own}
      placeholder={parameter.default}
      spellCheck={false}
      onChange={({ target }) => set(name, target.value)}
    />
  );
}

function hintOf({ name, label, type }: Parameter, t: ReturnType<typeof useTranslations<"recipe.fill">>) {
  const kind = type === "text" || type === "choice" ? "" : t(`type.${type}`);
  return (
    [label === "" ? "" : `{{${name}}}`, kind, type === "secret" ? t("secret") : ""].filter(Boolean).join(" · ") ||
    undefined
  );
}
