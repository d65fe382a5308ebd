import { z } from "zod";
import { outcomes } from "@/lib/works/rules";

/** Where it ran, as people write it: `Kubernetes 1.29, RHEL 9`. */
export const environmentText = z
  .string()
  .trim()
  .max(200)
  .refine((text) => text !== "", "environment-missing")
  .refine((text) => !/[\p{Cc}\p{Cf}]/u.test(text), "unseen-signs");

const said = {
  version: z.string().max(60),
  environment: environmentText,
  outcome: z.enum(outcomes),
  note: z.string().trim().max(500).default(""),
};
export const worksHereInput = z.strictObject({ id: z.uuid(), ...said });
export const worksInput = z.strictObject(said);
export const takeBackHereInput = z.strictObject({
  id: z.uuid(),
  version: z.string().max(60),
  envKey: z.string().max(400),
});
export const takeBackInput = takeBackHereInput.omit({ id: true });
export const worksHereOf = z.strictObject({ id: z.uuid() });
export const useInput = z.strictObject({
  org: z.uuid(),
  version: z.string().max(60).default(""),
  says: z.enum(["used", "ended", "shown", "hidden"]),
});
