import { z } from "zod";

const id = z.uuid();
export const forkInput = z.strictObject({ id });
export const forkPublishedInput = z.strictObject({
  slug: z.string().max(200),
  version: z.string().max(60).default(""),
});
export const offerInput = z.strictObject({
  id,
  /** Of the document as the person saw it before they offered it. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** How they want to be named. */
  credit: z.string().trim().max(200).default(""),
  message: z.string().trim().max(4_000).default(""),
});
export const proposalInput = z.strictObject({ id, proposal: z.uuid() });
export const decideInput = z.strictObject({
  id,
  proposal: z.uuid(),
  /** Of the entry as the person saw it: what was saved since is not decided upon. */
  revision: z.coerce.number().int().min(1),
  says: z.enum(["merge", "merge-theirs", "merge-ours", "decline"]),
  answer: z.string().trim().max(2_000).default(""),
});
