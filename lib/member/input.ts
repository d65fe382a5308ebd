import { z } from "zod";

/** A name to show: one line, no control characters. */
export const nameInput = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}]*$/u);

export const renameInput = z.strictObject({ name: nameInput });

export const setRoleInput = z.strictObject({ id: z.uuid(), role: z.enum(["participant", "facilitator", "host"]) });
export const personInput = z.strictObject({ id: z.uuid() });

/** Whom one looks for by a part of their name. */
export const soughtInput = z.strictObject({ sought: z.string().trim().max(60).optional() }).default({});
