import type { z } from "zod";
import { type SpaceScope, spaceCommand } from "@/lib/db/enter-space";
import { revisionOf, saveRevision } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { isLicence } from "@/lib/licence/rules";
import { suggestedParameters } from "@/lib/placeholder/rules";
import {
  deprecateInput,
  type RecipeDocument,
  recipeDocument,
  saveDependenciesInput,
  saveFactsInput,
  saveFilesInput,
  saveParametersInput,
  suggestInput,
} from "@/lib/recipe/input";

type Begun = { id: string; base: number };

/**
 * Each saves one part of a recipe from the revision its form was shown with; what others saved since stays. All refuse
 * with `not-found`, and with `entry-conflict` when the same part changed meanwhile.
 */
const saving = <I extends z.ZodType<Begun & Record<string, unknown>>>(
  input: I,
  change: (before: RecipeDocument, typed: z.output<I>) => Partial<RecipeDocument>,
) =>
  spaceCommand({
    atLeast: "contributor",
    input,
    run: (scope, typed) => save(scope, typed, (before) => change(before, typed)),
  });

async function save(
  scope: SpaceScope,
  { id, base }: Begun,
  change: (before: RecipeDocument) => Partial<RecipeDocument>,
) {
  const { document } = await revisionOf(scope, id, base);
  if (document.kind !== "recipe") throw new Refused("not-found");
  const changed = recipeDocument.safeParse({ ...document, ...change(document) });
  if (!changed.success) throw new Refused("recipe-broken");
  return saveRevision(scope, { entryId: id, base, document: changed.data });
}

/** Beside the above refuses with `licence-unknown`. */
export const saveFacts = saving(saveFactsInput, (_before, { id: _id, base: _base, ...facts }) => {
  const { licence } = facts;
  if (licence !== "" && !isLicence(licence))
    throw new Refused("licence-unknown", { licence: ["licence-unknown"] }, { licence: licence.slice(0, 100) });
  return facts;
});

/** A browser knows one kind of line end: a file that differs in those only was not touched. */
export const saveFiles = saving(saveFilesInput, (before, { files }) => {
  const contents = new Map(before.files.map(({ path, content }) => [path, content]));
  const kept = ({ path, content }: { path: string; content: string }) => {
    const old = contents.get(path) ?? "";
    return old.replaceAll(/\r\n?/g, "\n") === content ? old : content;
  };
  return { files: files.map((file) => ({ ...file, content: kept(file) })) };
});
export const saveParameters = saving(saveParametersInput, (_before, { parameters }) => ({ parameters }));
export const saveDependencies = saving(saveDependenciesInput, (_before, { dependencies }) => ({ dependencies }));

/** Declares every placeholder that the text, the way back and the files use and nobody declared. */
export const declareUsed = saving(suggestInput, ({ parameters, body, rollback, files }) => {
  const texts = [body, rollback, ...files.map(({ content }) => content)];
  const known = new Set(parameters.map(({ name }) => name));
  return { parameters: [...parameters, ...suggestedParameters(texts, known)].slice(0, 100) };
});

/** Tells everybody to begin with something else, or takes that back. */
export const deprecate = saving(deprecateInput, (_before, { says, because, replacedBy }) => ({
  deprecated: says === "deprecated" ? { because, replacedBy } : null,
}));
