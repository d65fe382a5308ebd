import { createHash, randomBytes } from "node:crypto";
import { prisma } from "@/lib/db/client";
import { env } from "@/lib/env";

/** A link in a mail lives for half an hour. */
export const linkMinutes = 30;

/**
 * Makes a link that signs its holder in once, as a path of ours. It opens a page with one button: mail scanners
 * follow links, they press no buttons. The token is stored the way next-auth looks it up.
 */
export async function newSignInLink(email: string, next: string, minutes = linkMinutes) {
  const token = randomBytes(32).toString("hex");
  const expires = new Date(Date.now() + minutes * 60_000);
  const stored = createHash("sha256").update(`${token}${env().TWOFEET_SECRET}`).digest("hex");
  await prisma().verificationToken.create({ data: { identifier: email, token: stored, expires } });
  return signInPath(email, token, next);
}

/** How many links to this address could still be used. Those that cannot are forgotten. */
export async function livingLinks(email: string) {
  await prisma().verificationToken.deleteMany({ where: { expires: { lt: new Date() } } });
  return prisma().verificationToken.count({ where: { identifier: email } });
}

export function signInPath(email: string, token: string, next: string) {
  return `/sign-in/confirm?${new URLSearchParams({ email, token, callbackUrl: next })}`;
}
