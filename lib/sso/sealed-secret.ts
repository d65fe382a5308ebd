import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const key = () => createHmac("sha256", env().TWOFEET_SECRET).update("sso secret").digest();

/** Seals a company's client secret for the database: AES-256-GCM, and of no use in another company's row. */
export function seal(secret: string, orgId: string) {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(), iv).setAAD(Buffer.from(orgId));
  return Buffer.concat([iv, cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

/** Throws for what was sealed elsewhere, with another TWOFEET_SECRET or changed since. */
export function unseal(sealed: string, orgId: string) {
  const bytes = Buffer.from(sealed, "base64url");
  const cipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, 12)).setAAD(Buffer.from(orgId));
  cipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]).toString("utf8");
}
