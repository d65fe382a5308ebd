import { z } from "zod";
import { commonFields, tag, words } from "@/lib/document/input";

/** A `{{name}}` of a recipe, which its reader fills in. */
export const parameter = z.strictObject({
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,59}$/),
  label: words(200).default(""),
  type: z.enum(["text", "number", "choice", "host", "path", "duration", "secret"]).default("text"),
  default: words(2_000).default(""),
  choices: z.array(words(200)).max(50).default([]),
  required: z.boolean().default(true),
});

export const recipeFile = z.strictObject({
  /** Relative, with `/`. */
  path: z
    .string()
    .min(1)
    .max(500)
    .refine((path) => !path.startsWith("/") && !path.split("/").includes(".."), "bad-path"),
  /** Language for highlighting, as Shiki names it. */
  lang: words(40).default("text"),
  content: words(500_000),
});

export const dependency = z.strictObject({
  relation: z.enum(["needs", "conflicts", "replaces", "tested-with"]),
  /** Address of a published entry, or a name. */
  target: words(500),
  constraint: words(200).default(""),
});

export const recipeDocument = z.strictObject({
  kind: z.literal("recipe"),
  ...commonFields,
  /** runbook, alert-rule, script, ansible, puppet, terraform, helm, jenkins, command, … */
  recipeKind: tag.default("runbook"),
  risk: z.enum(["read-only", "changes", "destructive"]).nullable().default(null),
  /** How to undo it, Markdown. */
  rollback: words(50_000).default(""),
  parameters: z.array(parameter).max(100).default([]),
  files: z.array(recipeFile).max(200).default([]),
  dependencies: z.array(dependency).max(100).default([]),
  lastReviewedOn: z.iso.date().nullable().default(null),
  reviewBy: z.iso.date().nullable().default(null),
  deprecated: z
    .strictObject({ because: words(2_000), replacedBy: words(500).default("") })
    .nullable()
    .default(null),
});
export type RecipeDocument = z.output<typeof recipeDocument>;
