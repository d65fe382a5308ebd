"use client";

import { useTranslations } from "next-intl";
import { TypedField, TypedSelect } from "@/components/form/typed";
import type { RecipeDocument } from "@/lib/recipe/input";
import { Part, type Save } from "./part";

type DependenciesPartProps = { id: string; base: number; dependencies: RecipeDocument["dependencies"]; action: Save };

const relations = ["needs", "conflicts", "replaces", "tested-with"] as const;
const empty = { relation: "needs", target: "", constraint: "" } as const;

/** What it goes with, and room for one more; one without a name is taken out. */
export function DependenciesPart({ dependencies, action, ...begun }: DependenciesPartProps) {
  const t = useTranslations("recipe.form");
  const words = useTranslations("recipe.dependencies");
  return (
    <Part {...begun} name="dependencies" title={words("title")} help={t("dependenciesHelp")} action={action}>
      {[...dependencies, empty].map(({ relation, target, constraint }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its number
        <fieldset key={at} className="fill-fields border-line border-t pt-3">
          <legend className="sr-only">{target || t("newDependency")}</legend>
          <TypedSelect name={`dependencies.${at}.relation`} label={t("relation")} defaultValue={relation}>
            {relations.map((one) => (
              <option key={one} value={one}>
                {words(one)}
              </option>
            ))}
          </TypedSelect>
          <TypedField name={`dependencies.${at}.target`} label={t("target")} defaultValue={target} />
          <TypedField name={`dependencies.${at}.constraint`} label={t("constraint")} defaultValue={constraint} />
        </fieldset>
      ))}
    </Part>
  );
}
