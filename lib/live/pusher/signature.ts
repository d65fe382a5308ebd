import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** What the outside may know of an app is its key; the secret signs, and never leaves the server. */
export type Credentials = { key: string; secret: string };

function hmac(secret: string, text: string | Buffer) {
  return createHmac("sha256", secret).update(text).digest("hex");
}

export function sameText(given: unknown, wanted: string) {
  if (typeof given !== "string" || given.length !== wanted.length) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** `key:hex`, as an authorization endpoint answers it. `data` is the channel_data string exactly as sent. */
export function channelAuth(app: Credentials, socketId: string, channel: string, data?: string) {
  const signed = [socketId, channel, ...(data === undefined ? [] : [data])].join(":");
  return `${app.key}:${hmac(app.secret, signed)}`;
}

export function userAuth(app: Credentials, socketId: string, userData: string) {
  return `${app.key}:${hmac(app.secret, `${socketId}::user::${userData}`)}`;
}

export function webhookSignature(app: Credentials, body: string) {
  return hmac(app.secret, body);
}

/** The signature of a call to the HTTP API: method, path and the sorted query without the signature itself. */
export function callSignature(app: Credentials, method: string, path: string, query: URLSearchParams) {
  const sorted = [...query]
    .filter(([name]) => name !== "auth_signature")
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  return hmac(app.secret, `${method}\n${path}\n${sorted}`);
}

export function bodyMd5(body: Buffer) {
  return createHash("md5").update(body).digest("hex");
}
