import { z } from "zod";
import { postmortemDocument } from "@/lib/postmortem/input";
import { recipeDocument } from "@/lib/recipe/input";

/**
 * What an entry says, whole: one value that is stored as a revision, compared, merged, exported, sanitised and published.
 * Series of numbers and pictures are kept beside it and named in it by their sha256.
 */
export const entryDocument = z.discriminatedUnion("kind", [postmortemDocument, recipeDocument]);
export type EntryDocument = z.output<typeof entryDocument>;
