import { getTranslations } from "next-intl/server";
import "@/components/code/code.css";
import { BelowEntry } from "@/components/entry/below-entry";
import { DependenciesPart } from "@/components/recipe-form/dependencies-part";
import { DeprecatePart } from "@/components/recipe-form/deprecate-part";
import { FactsPart } from "@/components/recipe-form/facts-part";
import { FilesPart } from "@/components/recipe-form/files-part";
import { ParametersPart } from "@/components/recipe-form/parameters-part";
import { OneButton } from "@/components/ui/one-button";
import { Words } from "@/components/ui/words";
import { viewRecipe } from "@/lib/version/queries";
import { lookInSpace } from "@/lib/web/space";
import {
  declareUsedAction,
  deprecateAction,
  saveDependenciesAction,
  saveFactsAction,
  saveFilesAction,
  saveParametersAction,
} from "./actions";

type RecipeProps = { params: Promise<{ space: string; entry: string }> };

/** All of a recipe that is not its text, part by part. */
export default async function RecipePage({ params }: RecipeProps) {
  const { space, entry: id } = await params;
  const { document, revision: base } = await lookInSpace(viewRecipe, space, { id });
  const t = await getTranslations("recipe.form");
  const begun = { id, base };
  const { files, parameters, dependencies, deprecated } = document;
  // new forms for a new revision: what is in the fields is what stands
  return (
    <Words namespaces={["ui", "refused", "recipe"]}>
      <BelowEntry space={space} entry={id} over={document.title} title={t("title")}>
        <div className="grid max-w-3xl gap-6" key={base}>
          <FactsPart {...begun} document={document} action={saveFactsAction.bind(null, space)} />
          <FilesPart {...begun} files={files} action={saveFilesAction.bind(null, space)} />
          <ParametersPart {...begun} parameters={parameters} action={saveParametersAction.bind(null, space)} />
          <OneButton action={declareUsedAction.bind(null, space)} send={{ id, base: String(base) }}>
            {t("suggest")}
          </OneButton>
          <DependenciesPart {...begun} dependencies={dependencies} action={saveDependenciesAction.bind(null, space)} />
          <DeprecatePart {...begun} deprecated={deprecated} action={deprecateAction.bind(null, space)} />
        </div>
      </BelowEntry>
    </Words>
  );
}
