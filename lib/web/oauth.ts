import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { cookieOptions, isSecure } from "@/lib/db/session";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { oauthProviders } from "@/lib/web/auth";
import { nextAuth } from "@/lib/web/auth-route";

/**
 * Begins the round trip to a provider and answers where the browser has to go. Done here and not by next-auth's
 * own script, so that the button works without JavaScript. Refuses with `sign-in-failed`.
 */
export async function startOAuth(provider: string, next: string) {
  if (!oauthProviders().includes(provider)) throw new Refused("sign-in-failed");
  const csrfToken = await freshCsrfToken();
  const request = new NextRequest(new URL(`/api/auth/signin/${provider}`, env().TWOFEET_URL), {
    method: "POST",
    body: new URLSearchParams({ csrfToken, callbackUrl: next }),
  });
  const answer = await nextAuth(request, { params: Promise.resolve({ nextauth: ["signin", provider] }) });
  await keepCookies(answer);
  const location = answer.headers.get("location");
  if (!location) throw new Refused("sign-in-failed");
  return location;
}

/** As next-auth makes it: a token, and its hash with the secret in a cookie. */
async function freshCsrfToken() {
  const token = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${token}${env().TWOFEET_SECRET}`).digest("hex");
  const name = isSecure() ? "__Host-next-auth.csrf-token" : "next-auth.csrf-token";
  (await cookies()).set(name, `${token}|${hash}`, cookieOptions());
  return token;
}

/** What next-auth wants to find again when the browser comes back. */
async function keepCookies(answer: Response) {
  const jar = await cookies();
  for (const line of answer.headers.getSetCookie()) {
    const [pair = "", ...attributes] = line.split("; ");
    const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
    const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice(8);
    jar.set(name, decodeURIComponent(value), {
      ...cookieOptions(),
      ...(expires && { expires: new Date(expires) }),
    });
  }
}
