import { z } from "zod";

const entryId = z.uuid();
const said = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replaceAll("\r\n", "\n").trim());

export const addCommentInput = z.strictObject({
  entryId,
  /** The passage, as the reader saw it; empty for the whole entry. */
  quote: said(2_000).default(""),
  /** What stood around it, when it was selected: of several passages that read the same, that one is meant. */
  prefix: z.string().max(200).default(""),
  suffix: z.string().max(200).default(""),
  body: said(10_000).pipe(z.string().min(1)),
  /** The comment that this one answers. */
  parentId: z.uuid().optional(),
});

export const resolveCommentInput = z.strictObject({ entryId, id: z.uuid(), resolved: z.enum(["yes", "no"]) });
export const removeCommentInput = z.strictObject({ entryId, id: z.uuid() });
export const sawInput = z.strictObject({ entryId, saw: z.enum(["yes", "no"]), note: said(1_000).default("") });
export const watchInput = z.strictObject({ entryId, watch: z.enum(["yes", "no"]) });
export const viewCommentsInput = z.strictObject({ entryId });
