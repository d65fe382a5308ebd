import { boxKey } from "./box";
import { random, textOf } from "./bytes";
import { derive, stretch } from "./derive";

/** Letters and digits that nobody confuses when read from a wall: 32 of them, 5 bits each. */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/** 80 bits. */
const length = 16;
/** OWASP's least for PBKDF2-SHA256; half a second on a phone, once a room. */
const rounds = 600_000;

/** The code that is shown in a room. */
export const newCode = () => [...random(length)].map((byte) => alphabet[byte % alphabet.length]).join("");

/** A code as somebody typed or scanned it; null when it is none. */
export function readCode(typed: string) {
  const code = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? code : null;
}

/** In groups of four, as it is read aloud. */
export const spelt = (code: string) => code.match(/.{4}/g)?.join("-") ?? code;

/**
 * What a code is good for: a token that proves to the server that one saw it, and a lock for the notes' key. The
 * server has a digest of the token; neither leads back to the code, nor to the other.
 */
export async function lockOf(code: string, place: { eventId: string; topicId: string }) {
  const secret = await stretch(code, `v1|${place.eventId}|${place.topicId}`, rounds);
  return { token: textOf(await derive(secret, "token")), lock: await boxKey(await derive(secret, "lock")) };
}
