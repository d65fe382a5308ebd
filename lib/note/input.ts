import { z } from "zod";

export const saveNoteInput = z.strictObject({
  topicId: z.uuid(),
  body: z
    .string()
    .max(50_000)
    .transform((text) => text.replaceAll("\r\n", "\n")),
  /** The revision that the writer began from. */
  baseRev: z.coerce.number().int().min(0),
});
