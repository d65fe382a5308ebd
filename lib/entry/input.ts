import { z } from "zod";
import { mostPictureBytes } from "@/lib/entry/rules";
import { postmortemDocument } from "@/lib/postmortem/input";
import { recipeDocument } from "@/lib/recipe/input";

/**
 * What an entry says, whole: one value that is stored as a revision, compared, merged, exported, sanitised and published.
 * Series of numbers and pictures are kept beside it and named in it by their sha256.
 */
export const entryDocument = z.discriminatedUnion("kind", [postmortemDocument, recipeDocument]);
export type EntryDocument = z.output<typeof entryDocument>;

/** Which entry of a space. */
export const entryInput = z.strictObject({ id: z.uuid() });

export const entryTopicInput = z.strictObject({ id: z.uuid(), topicId: z.uuid() });

export const entryKinds = ["recipe", "postmortem"] as const;
export const entryStatuses = ["draft", "review", "final", "archived"] as const;

/** A new entry: blank, or from one of the templates, or from what came of a topic. */
export const beginInput = z.strictObject({
  kind: z.enum(entryKinds),
  title: entryDocument.options[0].shape.title,
  body: entryDocument.options[0].shape.body,
  topicId: z.union([z.literal("").transform(() => null), z.uuid()]).default(null),
});

const listed = (between: RegExp) =>
  z
    .string()
    .max(20_000)
    .default("")
    .transform((text) => text.split(between).flatMap((one) => one.trim() || []));
const names = /[,\s]+/;
const lines = /[\r\n]+/;
const { title, summary, lang, licence, credit, body } = recipeDocument.shape;

/** What the editor's page changes; everything else of the document has pages of its own. Names stand between commas, services on lines. */
export const saveTextInput = z.strictObject({
  id: z.uuid(),
  base: z.coerce.number().int().min(1),
  title,
  summary,
  lang,
  licence,
  credit,
  tags: listed(names).pipe(recipeDocument.shape.tags.unwrap()),
  tech: listed(names).pipe(recipeDocument.shape.tech.unwrap()),
  services: listed(lines).pipe(recipeDocument.shape.services.unwrap()),
  body,
  message: z.string().trim().max(500).default(""),
});

export const listInput = z.strictObject({
  kind: z.enum(entryKinds).optional().catch(undefined),
  status: z.enum(entryStatuses).optional().catch(undefined),
});
export const statusInput = z.strictObject({ id: z.uuid(), status: z.enum(entryStatuses) });
export const restoreInput = z.strictObject({ id: z.uuid(), no: z.coerce.number().int().min(1) });
const revisionNo = z.coerce.number().int().min(0).optional().catch(undefined);
/** Which two revisions are compared; by default the newest with the one before. */
export const historyInput = z.strictObject({ id: z.uuid(), from: revisionNo, to: revisionNo });

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const alt = z.string().trim().max(1_000).default("");
export const pictureInput = z.strictObject({
  id: z.uuid(),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= mostPictureBytes, "too-big"),
  alt,
});
export const pictureAddress = z.strictObject({ id: z.uuid(), sha256 });
/** Said, or said that there is nothing to say. */
export const pictureWordsInput = z
  .strictObject({ id: z.uuid(), sha256, alt, decorative: z.literal("on").optional() })
  .refine((said) => said.decorative === "on" || said.alt !== "", { path: ["alt"], error: "too-small" })
  .transform(({ decorative, ...said }) => (decorative ? { ...said, alt: "" } : said));
