import { z } from "zod";

/** A right beyond that of membership, until the end of a day (UTC) or for as long as the membership lasts. */
export const grantInput = z.strictObject({
  userId: z.uuid(),
  role: z.enum(["editor", "approver", "owner"]),
  until: z.union([z.literal("").transform(() => null), z.iso.date()]).default(null),
});

export const revokeInput = z.strictObject({ userId: z.uuid() });

export const licenceInput = z.strictObject({
  licence: z
    .string()
    .trim()
    .max(100)
    .transform((text) => text || null),
});
