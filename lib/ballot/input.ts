import { z } from "zod";

/** An absolute number of dots: a retry or a double tap is harmless. */
export const castDotsInput = z.strictObject({
  topicId: z.uuid(),
  dots: z.coerce.number().int().min(0).max(100),
});
