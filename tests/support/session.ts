import { randomBytes } from "node:crypto";
import { prisma } from "@/lib/db/client";
import { hashToken, sessionCookie } from "@/lib/db/session";

/** Signs somebody in without a form: the cookie their browser would hold. */
export async function aSession(userId: string) {
  const value = randomBytes(32).toString("hex");
  const expires = new Date(Date.now() + 60 * 60_000);
  await prisma().session.create({ data: { userId, sessionToken: hashToken(value), expires } });
  return { name: sessionCookie(), value };
}
