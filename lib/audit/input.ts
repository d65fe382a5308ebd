import { z } from "zod";
import { chapterNames } from "@/lib/audit/rules";

/** `before`: the number of an entry; older ones follow. */
export const auditPageInput = z.strictObject({
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  about: z.enum(chapterNames).optional(),
});
