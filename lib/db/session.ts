import { createHash, createHmac, randomBytes } from "node:crypto";
import { prisma } from "@/lib/db/client";
import { env } from "@/lib/env";

/** The cookie that holds a session's token. */
export const sessionCookie = () => ourCookie("session");

/** A cookie's name with the `__Host-` prefix, which wants https: no other host and no plain page can set it. */
export function ourCookie(name: "session" | "device" | "code" | "theme" | "locale") {
  return isSecure() ? `__Host-twofeet.${name}` : `twofeet.${name}`;
}

export function isSecure() {
  return env().TWOFEET_URL.startsWith("https:");
}

/** How our cookies are kept: never read by scripts, never sent by another site's form. */
export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;

/** What the database stores of a session's token. */
export function hashToken(token: string) {
  return createHash("sha256").update(token).digest("hex");
}

/** 256 random bits, fit for a cookie or an address. */
export function newToken() {
  return randomBytes(32).toString("base64url");
}

/** Names this device before it is anybody. */
export const deviceCookie = () => ourCookie("device");

/**
 * The token of the guest that this device becomes: the same however often it asks, so that a first write that is
 * sent again, because its answer was lost, makes no second guest. Without a device a new one.
 */
export function guestToken(device: string | null | undefined) {
  if (!device) return newToken();
  return createHmac("sha256", env().TWOFEET_SECRET).update(`guest ${device}`).digest("base64url");
}

/** A session ends after 7 days, whatever happens. */
export const sessionSeconds = 7 * 24 * 60 * 60;

/** It ends when nobody used it for so long; a guest's does not (migration 0013). */
export const idleSeconds = 12 * 60 * 60;

/** Who holds this token now, or null. Asking is using: the session lives on. */
export async function userOfToken(token: string | undefined, now = new Date()) {
  if (!token) return null;
  const [row] = await prisma().$queryRaw<{ user_id: string | null }[]>`
    select use_session(${hashToken(token)}, ${now}) as user_id`;
  return row?.user_id ?? null;
}

type Opening = { token: string; userId: string; held?: string | undefined; device?: string | null };

/** Begins a session. What the browser held so far ends: a token from before a sign-in opens nothing after it. */
export async function openSession({ token, userId, held, device = null }: Opening) {
  const expires = new Date(Date.now() + idleSeconds * 1000);
  await prisma().$transaction(async (tx) => {
    if (held) await tx.session.deleteMany({ where: { sessionToken: hashToken(held) } });
    await tx.session.create({ data: { sessionToken: hashToken(token), userId, expires, device } });
  });
}

/** A person's sessions that are alive, the one used last first. */
export function livingSessions(userId: string, now = new Date()) {
  return prisma().session.findMany({ where: { userId, expires: { gt: now } }, orderBy: { usedAt: "desc" } });
}

/** Ends one session of this person; of anybody else's nothing happens. */
export async function endOneSession(userId: string, id: string) {
  await prisma().session.deleteMany({ where: { id, userId } });
}

/** Ends the session of this token, and every socket that hangs on it. */
export async function endSession(token: string | undefined) {
  if (!token) return;
  await prisma().$transaction(async (tx) => {
    await tx.session.deleteMany({ where: { sessionToken: hashToken(token) } });
    await tx.$executeRaw`select pg_notify('sessions', '')`;
  });
}

/** Ends every session of a person, here and on every other device, and every socket that hangs on one. */
export async function endSessions(userId: string) {
  await prisma().$transaction(async (tx) => {
    await tx.session.deleteMany({ where: { userId } });
    await tx.$executeRaw`select pg_notify('sessions', '')`;
  });
}
