import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The secret part of an event's link, for a wall or for its crew. Nothing is stored: raising `epoch` makes every
 * older link worthless.
 */
export function linkKey(secret: string, opens: "wall" | "crew", eventId: string, epoch: number) {
  return createHmac("sha256", secret).update(`${opens} ${eventId} ${epoch}`).digest("base64url").slice(0, 22);
}

/** Compares in constant time. */
export function isKey(right: string, given: string) {
  const [a, b] = [Buffer.from(right), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
