import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

/** The unguessable part of the addresses of a company's sign-in: known before there is one, for its provider asks first. */
export function doorOf(orgId: string) {
  return createHmac("sha256", env().TWOFEET_SECRET).update(`sso door ${orgId}`).digest("base64url").slice(0, 22);
}
