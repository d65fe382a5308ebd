import { type Bytes, bytesOf, joined, random, textOf, utf8 } from "./bytes";

/** NIST SP 800-38D: 96 bits, at random. With fewer than 2^32 boxes a key the chance of a repetition stays below 2^-32. */
const ivLength = 12;

/** AES-256-GCM. `about` is not hidden but bound: the box opens only where the same is said of it. */
export async function shut(key: CryptoKey, plain: Bytes, about: string) {
  const iv = random(ivLength);
  const shutUp = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: utf8(about) }, key, plain);
  return textOf(joined(iv, new Uint8Array(shutUp)));
}

/** Throws when a single bit of the box, the key or `about` is another. */
export async function open(key: CryptoKey, box: string, about: string): Promise<Bytes> {
  const bytes = bytesOf(box);
  const how = { name: "AES-GCM", iv: bytes.slice(0, ivLength), additionalData: utf8(about) };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, bytes.slice(ivLength)));
}

/** A key that no script can read out again. */
export const boxKey = (raw: Bytes) => crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
