import "server-only";
import { randomBytes } from "node:crypto";
import type { AuthOptions } from "next-auth";
import type { Provider } from "next-auth/providers/index";
import { getTranslations } from "next-intl/server";
import { outside } from "@/lib/db/outside";
import { cookieOptions, isSecure, sessionCookie, sessionSeconds } from "@/lib/db/session";
import { linkMinutes, livingLinks, newSignInLink, signInPath } from "@/lib/db/sign-in-link";
import { env } from "@/lib/env";
import { readMailbox } from "@/lib/member/mailbox";
import { adapter, type Browser } from "@/lib/web/adapter";
import { spendMail } from "@/lib/web/allowance";
import { sendMail } from "@/lib/web/mail";
import { github, google } from "@/lib/web/providers";

/** next-auth's settings for one request; `guestId` is who this device is now. */
export function authOptions(guestId: string | null, browser?: Browser): AuthOptions {
  return {
    secret: env().TWOFEET_SECRET,
    adapter: adapter(guestId, browser),
    session: {
      strategy: "database",
      maxAge: sessionSeconds,
      generateSessionToken: () => randomBytes(32).toString("base64url"),
    },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
    pages: { signIn: "/sign-in", verifyRequest: "/sign-in/sent", error: "/sign-in" },
    providers: providers(),
    callbacks: {
      session: ({ session }) => ({ expires: session.expires }),
      // a path: a phone may know this machine under another name than TWOFEET_URL
      redirect: async ({ url }) => safeNext(pathOf(url)),
    },
    events: {
      async signIn({ user }) {
        if (guestId) await outside((tx) => tx.$executeRaw`select adopt_guest(${guestId}::uuid, ${user.id}::uuid)`);
      },
      /** The providers hand on only addresses that they verified. */
      async linkAccount({ user: { id } }) {
        const unseen = { id, email: { not: null }, emailVerified: null };
        await outside((tx) => tx.user.updateMany({ where: unseen, data: { emailVerified: new Date() } }));
      },
    },
  };
}

/** Which buttons the sign-in page shows beside the e-mail field. */
export function oauthProviders() {
  return providers().flatMap(({ id, type }) => (type === "oauth" ? [id] : []));
}

function providers(): Provider[] {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET } = env();
  const email: Provider = {
    id: "email",
    type: "email",
    name: "Email",
    server: "",
    from: env().MAIL_FROM,
    maxAge: linkMinutes * 60,
    normalizeIdentifier: readMailbox,
    sendVerificationRequest: async ({ identifier, token, url }) => {
      await spendMail();
      await sendLink(identifier, signInPath(identifier, token, new URL(url).searchParams.get("callbackUrl") ?? "/"));
    },
    options: {},
  };
  return [
    email,
    ...(GITHUB_ID && GITHUB_SECRET ? [github(GITHUB_ID, GITHUB_SECRET)] : []),
    ...(GOOGLE_ID && GOOGLE_SECRET ? [google(GOOGLE_ID, GOOGLE_SECRET)] : []),
  ];
}

/** Mails a sign-in link. Says and does the same for a known and an unknown address. Refuses with `bad-email`, `too-fast`. */
export async function mailSignInLink(typed: string, next: string) {
  const email = readMailbox(typed);
  // nobody's mailbox is flooded from here; who asked is told nothing of it either way
  if ((await livingLinks(email)) >= 10) return;
  await spendMail();
  await sendLink(email, await newSignInLink(email, next));
}

async function sendLink(to: string, path: string) {
  const t = await getTranslations("mail");
  const link = new URL(path, env().TWOFEET_URL).href;
  const text = t("signIn.text", { link, minutes: linkMinutes });
  await sendMail({ to, subject: t("signIn.subject"), text });
}

/** A path of ours, or the front page: never another site. */
export function safeNext(next: unknown) {
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : "/";
}

function pathOf(url: string) {
  if (!URL.canParse(url)) return url;
  const { origin, pathname, search } = new URL(url);
  return origin === new URL(env().TWOFEET_URL).origin ? pathname + search : "/";
}
