import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { outside } from "@/lib/db/outside";
import { cookieOptions, deviceCookie, sessionCookie, sessionSeconds, userOfToken } from "@/lib/db/session";
import { markBegun } from "@/lib/web/begun";

/** Who asks, by the session cookie; null for a stranger. */
export const viewerId = cache(async () => {
  markBegun();
  return userOfToken((await cookies()).get(sessionCookie())?.value);
});

/** The viewer's own account: the only place where an e-mail address is read for a page, and only its owner's. */
export const viewer = cache(async () => {
  const id = await viewerId();
  if (!id) return null;
  const select = { id: true, name: true, email: true, workEmail: true, companyId: true } as const;
  const account = await outside((tx) => tx.user.findUnique({ where: { id }, select }));
  // an account that a company's sign-in opens is called what the company calls it
  return account && { ...account, email: account.email ?? account.workEmail };
});

/** Gives this browser a session's token. */
export async function keepSession(token: string) {
  (await cookies()).set(sessionCookie(), token, { ...cookieOptions(), maxAge: sessionSeconds });
}

export async function forgetSession() {
  // browsers hold on to a __Host- cookie unless its end is as secure as its beginning
  const jar = await cookies();
  for (const name of [sessionCookie(), deviceCookie()]) jar.set(name, "", { ...cookieOptions(), maxAge: 0 });
}
