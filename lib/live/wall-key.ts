import { createHmac, timingSafeEqual } from "node:crypto";

/** The secret part of a wall's link. Nothing is stored: raising `epoch` makes every older link worthless. */
export function wallKeyOf(secret: string, eventId: string, epoch: number) {
  return createHmac("sha256", secret).update(`wall ${eventId} ${epoch}`).digest("base64url").slice(0, 22);
}

export function isWallKey(secret: string, eventId: string, epoch: number, given: string) {
  const [right, other] = [Buffer.from(wallKeyOf(secret, eventId, epoch)), Buffer.from(given)];
  return right.length === other.length && timingSafeEqual(right, other);
}
