import { type Bytes, utf8 } from "./bytes";

/** HKDF-SHA256 (RFC 5869) without salt: 32 bytes for one purpose. */
export async function derive(secret: Bytes, purpose: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8(purpose) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
}

/** PBKDF2-SHA256: makes each guess at a short secret as dear as `rounds` hashes. */
export async function stretch(secret: string, salt: string, rounds: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", utf8(secret), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: utf8(salt), iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
}
