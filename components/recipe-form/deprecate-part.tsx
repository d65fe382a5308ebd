"use client";

import { useTranslations } from "next-intl";
import { TypedField, TypedSelect } from "@/components/form/typed";
import type { RecipeDocument } from "@/lib/recipe/input";
import { Part, type Save } from "./part";

type DeprecatePartProps = { id: string; base: number; deprecated: RecipeDocument["deprecated"]; action: Save };

/** Whether people should begin with something else. */
export function DeprecatePart({ deprecated, action, ...begun }: DeprecatePartProps) {
  const t = useTranslations("recipe.form");
  return (
    <Part {...begun} name="deprecated" title={t("deprecate")} action={action}>
      <TypedSelect name="says" label={t("use")} defaultValue={deprecated ? "deprecated" : "again"}>
        <option value="again">{t("useIt")}</option>
        <option value="deprecated">{t("useNot")}</option>
      </TypedSelect>
      <TypedField name="because" label={t("because")} defaultValue={deprecated?.because ?? ""} />
      <TypedField
        name="replacedBy"
        label={t("replacedBy")}
        hint={t("replacedByHint")}
        defaultValue={deprecated?.replacedBy ?? ""}
      />
    </Part>
  );
}
