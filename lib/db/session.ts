import { createHash } from "node:crypto";
import { env } from "@/lib/env";

/** The cookie that holds a session's token; the `__Host-` prefix wants https. */
export function sessionCookie() {
  return isSecure() ? "__Host-twofeet.session" : "twofeet.session";
}

export function isSecure() {
  return env().TWOFEET_URL.startsWith("https:");
}

/** What the database stores of a session's or a mail's token. */
export function hashToken(token: string) {
  return createHash("sha256").update(token).digest("hex");
}

/** A session ends after 7 days whatever happens, or after 12 hours of silence (a day is longer than that for guests). */
export const sessionSeconds = 7 * 24 * 60 * 60;
