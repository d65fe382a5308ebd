import { z } from "zod";

const word = z.string().trim().max(200);

/** How a company's own sign-in is reached. An empty secret leaves the one that is kept. */
export const saveSsoInput = z.strictObject({
  issuer: z
    .string()
    .trim()
    .max(300)
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), "bad-address"),
  clientId: word.min(1),
  clientSecret: z.string().trim().max(500),
  pinClaim: word,
  pinValue: word,
  ownerClaim: word,
  ownerValue: word,
});

export const forceSsoInput = z.strictObject({ forced: z.enum(["yes", "no"]) });
export const makeTokenInput = z.strictObject({ label: word.min(1).max(60) });
export const endTokenInput = z.strictObject({ id: z.uuid() });
export const letBackInput = z.strictObject({ userId: z.uuid() });
