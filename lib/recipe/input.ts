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

// ── What its forms send: an entry, the revision that was looked at, and one part of the recipe ──

const begun = { id: z.uuid(), base: z.coerce.number().int().min(1) };

/** Rows of a form arrive as an object keyed by number; those that were left empty, or emptied, are none. */
const rows = <T extends z.ZodType>(row: T, filled: string, most: number) =>
  z.preprocess(
    (value) => Object.values((value ?? {}) as object).filter((one) => String(one?.[filled] ?? "").trim() !== ""),
    z.array(row).max(most),
  );

const list = (one: z.ZodType<string>) =>
  z.preprocess(
    (value) =>
      String(value ?? "")
        .split(/[,\n]/)
        .map((part) => part.trim())
        .filter(Boolean),
    z.array(one).max(50),
  );
const dayOrNull = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  z.iso.date().nullable(),
);
const orNull = (value: unknown) => (value === "" || value === undefined ? null : value);

const unixLines = (text: string) => text.replaceAll(/\r\n?/g, "\n");

export const saveFactsInput = z.strictObject({
  ...begun,
  recipeKind: tag,
  risk: z.preprocess(orNull, z.enum(["read-only", "changes", "destructive"]).nullable()),
  tech: list(tag),
  tags: list(tag),
  licence: z.string().trim().max(100).default(""),
  credit: z.string().trim().max(500).default(""),
  lastReviewedOn: dayOrNull,
  reviewBy: dayOrNull,
  rollback: words(50_000).default("").transform(unixLines),
});

const fileRow = recipeFile.extend({
  path: recipeFile.shape.path.trim(),
  lang: z
    .string()
    .trim()
    .max(40)
    .default("")
    .transform((lang) => lang || "text"),
  content: words(500_000).transform(unixLines),
});
export const saveFilesInput = z
  .strictObject({ ...begun, files: rows(fileRow, "path", 200) })
  .superRefine(({ files }, context) => {
    for (const [at, { path }] of files.entries())
      if (files.findIndex((one) => one.path === path) < at)
        context.addIssue({ code: "custom", message: "path-twice", path: ["files", at, "path"] });
  });

const parameterRow = z.strictObject({
  ...parameter.shape,
  name: z
    .string()
    .trim()
    .refine((name) => /^[A-Za-z_][A-Za-z0-9_.-]{0,59}$/.test(name), "bad-name"),
  choices: z.preprocess(
    (value) =>
      String(value ?? "")
        .split("|")
        .map((one) => one.trim())
        .filter(Boolean),
    z.array(words(200)).max(50),
  ),
  required: z.preprocess((value) => value !== "no", z.boolean()),
});
export const saveParametersInput = z.strictObject({ ...begun, parameters: rows(parameterRow, "name", 100) });
export const suggestInput = z.strictObject(begun);

const dependencyRow = dependency.extend({
  target: z.string().trim().max(500),
  constraint: z.string().trim().max(200).default(""),
});
export const saveDependenciesInput = z.strictObject({ ...begun, dependencies: rows(dependencyRow, "target", 100) });

export const deprecateInput = z.strictObject({
  ...begun,
  says: z.enum(["deprecated", "again"]),
  because: z.string().trim().max(2_000).default(""),
  replacedBy: z.string().trim().max(500).default(""),
});
