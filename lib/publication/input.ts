import { z } from "zod";

/** The public address of an entry below `/library`. */
export const publicSlug = z
  .string()
  .trim()
  .toLowerCase()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "bad-address");

export const publicVersion = z
  .string()
  .trim()
  .max(60)
  .regex(/^[A-Za-z0-9][A-Za-z0-9.+_-]*$/, "bad-version");

/** A form's field that was left empty says nothing. */
const orNothing = <T extends z.ZodType>(field: T) =>
  z.preprocess((said) => (said === "" ? undefined : said), field.optional());

/** Where a published picture is. Of what a version may hold an address writes one sign otherwise, as it was typed. */
const besideVersion = {
  slug: publicSlug,
  version: z.preprocess((said) => String(said).replaceAll(/%2b/gi, "+"), publicVersion),
};
export const publicPicture = z.strictObject({ ...besideVersion, sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** Where a published series is: `3.csv`. */
export const publicSeries = z.strictObject({
  ...besideVersion,
  series: z
    .string()
    .regex(/^\d{1,4}\.csv$/)
    .transform((file) => Number.parseInt(file, 10)),
});

export const requestInput = z.strictObject({
  entryId: z.uuid(),
  /** Of an entry that is public already it stays what it is. */
  slug: orNothing(publicSlug),
  version: orNothing(publicVersion),
  /** What changed since the version before, Markdown. */
  changes: z.string().trim().max(4_000).default(""),
  /** A day and a time, UTC, before which it is not released: `2026-11-24T09:00`. */
  releaseAt: orNothing(z.iso.datetime({ local: true, offset: true })),
});

export const approveInput = z.strictObject({
  id: z.uuid(),
  /** Of what the approver saw, hex. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

export const publicationInput = z.strictObject({ id: z.uuid() });
export const withdrawInput = z.strictObject({ entryId: z.uuid(), because: z.string().trim().max(1_000).default("") });
export const supersedeInput = z.strictObject({ entryId: z.uuid(), by: orNothing(publicSlug) });
