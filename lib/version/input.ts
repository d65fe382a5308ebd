import { z } from "zod";

const released =
  /^(\d{1,9}\.\d{1,9}\.\d{1,9}(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(\.\d{1,3})?)$/;

/** A semantic version, or a day with a count when there was more than one. */
export const versionName = z
  .string()
  .trim()
  .max(60)
  .refine((name) => released.test(name), "bad-version");

const id = z.uuid();
export const entryIdInput = z.strictObject({ id });
export const releaseInput = z.strictObject({
  id,
  version: versionName,
  changes: z.string().trim().max(20_000).default(""),
});
export const versionInput = z.strictObject({ id, version: z.string().max(60) });
export const yankInput = z.strictObject({ id, version: z.string().max(60), yanked: z.enum(["yes", "no"]) });
/** Without a version: what is written down now. */
export const compareInput = z.strictObject({ id, from: z.string().max(60), to: z.string().max(60).default("") });
