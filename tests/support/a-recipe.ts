import { enterSpace } from "@/lib/db/enter-space";
import { beginEntry } from "@/lib/entry/save";
import { type RecipeDocument, recipeDocument } from "@/lib/recipe/input";
import type { Reader } from "@/tests/support/a-space";

/** A made-up recipe with a file and a placeholder. */
export const aDocument = (parts: Partial<RecipeDocument> = {}) =>
  recipeDocument.parse({
    kind: "recipe",
    title: "Empty the queue of a stuck worker",
    body: "Stop the worker, then:\n\n```bash\nqueuectl drain {{queue}}\n```\n\nLook at it again after a minute.\n",
    licence: "CC-BY-4.0",
    credit: "Ilse of the harbour crew",
    risk: "changes",
    parameters: [{ name: "queue" }],
    files: [{ path: "drain.sh", lang: "bash", content: "#!/bin/sh\nset -e\nqueuectl drain {{queue}}\n" }],
    ...parts,
  });

/** That recipe as an entry of a space; answers its id. */
export const aRecipe = (reader: Reader, parts: Partial<RecipeDocument> = {}) =>
  enterSpace(reader, "contributor", (scope) => beginEntry(scope, { document: aDocument(parts) }));
