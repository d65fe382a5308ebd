"use client";

import { useTranslations } from "next-intl";
import { TypedArea, TypedField, TypedSelect } from "@/components/form/typed";
import { usualLicences } from "@/lib/licence/input";
import type { RecipeDocument } from "@/lib/recipe/input";
import { Part, type Save } from "./part";

type FactsPartProps = { id: string; base: number; document: RecipeDocument; action: Save };

const kinds = ["runbook", "command", "script", "alert-rule", "ansible", "puppet", "terraform", "helm", "jenkins"];
const risks = ["read-only", "changes", "destructive"] as const;

/** What to know before using it. */
export function FactsPart({ document, action, ...begun }: FactsPartProps) {
  const t = useTranslations("recipe.form");
  const facts = useTranslations("recipe.facts");
  return (
    <Part {...begun} name="facts" title={t("facts")} action={action}>
      <div className="fill-fields">
        <TypedField name="recipeKind" label={facts("kind")} defaultValue={document.recipeKind} list="kinds" required />
        <TypedSelect name="risk" label={facts("risk")} defaultValue={document.risk ?? ""}>
          <option value="">{facts("risks.unknown")}</option>
          {risks.map((risk) => (
            <option key={risk} value={risk}>
              {facts(`risks.${risk}`)}
            </option>
          ))}
        </TypedSelect>
        <TypedField name="tech" label={t("tech")} hint={t("listHint")} defaultValue={document.tech.join(", ")} />
        <TypedField name="tags" label={t("tags")} hint={t("listHint")} defaultValue={document.tags.join(", ")} />
        <TypedField
          name="licence"
          label={facts("licence")}
          hint={t("licenceHint")}
          defaultValue={document.licence}
          list="licences"
        />
        <TypedField name="credit" label={t("credit")} hint={t("creditHint")} defaultValue={document.credit} />
        <TypedField
          name="lastReviewedOn"
          type="date"
          label={facts("reviewed")}
          defaultValue={document.lastReviewedOn ?? ""}
        />
        <TypedField name="reviewBy" type="date" label={facts("reviewBy")} defaultValue={document.reviewBy ?? ""} />
      </div>
      <TypedArea name="rollback" label={t("rollback")} hint={t("markdown")} defaultValue={document.rollback} />
      <datalist id="kinds">
        {kinds.map((kind) => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
      <datalist id="licences">
        {usualLicences.map((licence) => (
          <option key={licence} value={licence} />
        ))}
      </datalist>
    </Part>
  );
}
