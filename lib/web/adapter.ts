import "server-only";
import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import type { User } from "@/generated/prisma/client";
import { prisma } from "@/lib/db/client";
import { hashToken, openSession } from "@/lib/db/session";

/** Where a sign-in happens: the session that this browser holds so far, and what it is. */
export type Browser = { held?: string | undefined; device?: string | null };

/**
 * next-auth's storage on our tables. Written by hand (docs/decisions/0004): tokens are stored hashed, and a guest
 * (`guestId`, the signed-in person without an e-mail) becomes the new account instead of being left behind.
 */
export function adapter(guestId: string | null, browser: Browser = {}): Adapter {
  const db = prisma();
  return {
    async createUser({ email, emailVerified, name, image }: Omit<AdapterUser, "id">) {
      const data = { email, emailVerified: emailVerified ?? null, name: name ?? null, image: image ?? null };
      const guest = guestId && (await db.user.findFirst({ where: { id: guestId, email: null, companyId: null } }));
      return asUser(guest ? await db.user.update({ where: { id: guest.id }, data }) : await db.user.create({ data }));
    },
    getUser: async (id) => maybe(await db.user.findUnique({ where: { id } })),
    getUserByEmail: async (email) => maybe(await db.user.findUnique({ where: { email } })),
    async getUserByAccount({ provider, providerAccountId }) {
      const where = { provider_providerAccountId: { provider, providerAccountId } };
      return maybe((await db.account.findUnique({ where, include: { user: true } }))?.user ?? null);
    },
    async updateUser({ id, email, emailVerified, name, image }) {
      const given = Object.entries({ email, emailVerified, name, image }).filter(([, value]) => value !== undefined);
      return asUser(await db.user.update({ where: { id }, data: Object.fromEntries(given) }));
    },
    async linkAccount({ userId, type, provider, providerAccountId }: AdapterAccount) {
      await db.account.create({ data: { userId, type, provider, providerAccountId } });
    },
    async createSession({ sessionToken, userId, expires }) {
      await openSession({ token: sessionToken, userId, ...browser });
      return { sessionToken, userId, expires };
    },
    async getSessionAndUser(sessionToken) {
      const where = { sessionToken: hashToken(sessionToken) };
      const found = await db.session.findUnique({ where, include: { user: true } });
      // a guest counts as signed out: linking their provider's account must not fail when it has a person already
      if (!found?.user.email) return null;
      return { session: { sessionToken, userId: found.userId, expires: found.expires }, user: asUser(found.user) };
    },
    // a session lives on by being used (use_session), never because next-auth says so
    updateSession: async () => null,
    async deleteSession(sessionToken) {
      await db.session.deleteMany({ where: { sessionToken: hashToken(sessionToken) } });
      await db.$executeRaw`select pg_notify('sessions', '')`;
    },
    async createVerificationToken({ identifier, token, expires }) {
      await db.verificationToken.create({ data: { identifier, token, expires } });
      return { identifier, token, expires };
    },
    async useVerificationToken({ identifier, token }) {
      // next-auth checks `expires`; the row is gone either way, so a link works once
      const where = { identifier_token: { identifier, token } };
      return db.verificationToken.delete({ where }).catch(() => null);
    },
  };
}

const maybe = (user: User | null) => (user ? asUser(user) : null);

/** A guest has no e-mail; next-auth's types want one. */
const asUser = (user: User): AdapterUser => ({
  id: user.id,
  email: user.email ?? "",
  emailVerified: user.emailVerified,
  name: user.name,
  image: user.image,
});
