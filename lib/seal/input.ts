import { z } from "zod";

const text = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]+$/);
const topicId = z.uuid();
const token = z.string().regex(/^[\w-]{43}$/);
/** A P-256 point, uncompressed: 65 bytes. */
const device = z.string().regex(/^[\w-]{87}$/);
const envelope = z.string().regex(/^[\w-]{87}\.[\w-]{40,200}$/);

export const openRoomInput = z.strictObject({ topicId, token, byCode: text(200), code: text(200), device, envelope });
export const knockInput = z.strictObject({ topicId, token });
export const enterRoomInput = z.strictObject({ topicId, token, device, envelope });
export const shutDoorInput = z.strictObject({ topicId });

export const saveSealedInput = z.strictObject({
  topicId,
  noteId: z.uuid(),
  /** What it becomes: one more than what one began from. */
  rev: z.coerce.number().int().min(1).max(1_000_000),
  box: text(100_000).min(60),
});
