import { z } from "zod";

const terms = {
  /** How many people it lets in. */
  uses: z.coerce.number().int().min(1).max(2_000).default(1),
  days: z.coerce.number().int().min(1).max(90).default(7),
  /** Only this address, only addresses at this domain, or whoever holds the link. */
  boundTo: z
    .string()
    .trim()
    .max(254)
    .nullish()
    .transform((typed) => typed || null),
};

export const inviteToEventInput = z.strictObject({
  ...terms,
  role: z.enum(["participant", "facilitator", "host"]).default("participant"),
});
export const inviteToOrgInput = z.strictObject({ ...terms, role: z.enum(["member", "owner"]).default("member") });
export const revokeInput = z.strictObject({ id: z.uuid() });

/** 128 bits, as they stand in a link; a whole link is fine too, for people paste those. */
export const letterInput = z
  .string()
  .trim()
  .max(500)
  .transform((typed) => typed.replace(/^.*#t=/, ""))
  .pipe(z.string().regex(/^[\w-]{22}$/));
