import "server-only";
import { cookies, headers } from "next/headers";
import { z } from "zod";
import { ask, query } from "@/lib/db/perform";
import { cookieOptions, ourCookie } from "@/lib/db/session";
import { Refused } from "@/lib/errors";
import { viewerId } from "@/lib/web/viewer";

/** The languages that Twofeet speaks, the first one when nothing else is known. */
export const locales = ["en", "fr", "nl", "de", "es"] as const;
export type Locale = (typeof locales)[number];

/** Set by the server in front of Next on every request, whatever the browser sent: the path that is asked for. */
const pathHeader = "x-twofeet-path";

const viewLanguage = query({ atLeast: "visitor", input: z.undefined(), run: async ({ event }) => event.language });

/** The person's own choice, else what the browser asks for; a wall, and a browser that speaks none of ours: the event's. */
export async function viewerLocale(): Promise<Locale> {
  const jar = await cookies();
  const asked = await headers();
  const path = asked.get(pathHeader) ?? "";
  const own = spoken(jar.get(ourCookie("locale"))?.value) ?? firstSpoken(asked.get("accept-language"));
  if (own && !path.startsWith("/wall/")) return own;
  return spoken(await eventLanguage(path)) ?? own ?? locales[0];
}

/** The working language of the event whose page or wall is asked for, if this viewer may know of it. */
async function eventLanguage(path: string) {
  const [, place, slug = "", key = ""] = path.split(/[/?#]/);
  if (place !== "e" && place !== "wall") return null;
  const caller = place === "wall" ? { slug, userId: null, wallKey: key } : { slug, userId: await viewerId() };
  return ask(viewLanguage, caller, undefined).catch((error) => {
    if (error instanceof Refused) return null;
    throw error;
  });
}

function spoken(tag: string | null | undefined): Locale | null {
  const language = tag?.trim().toLowerCase().split("-")[0];
  return locales.find((locale) => locale === language) ?? null;
}

/** Browsers send their languages by preference, so the weights need no reading. */
function firstSpoken(list: string | null): Locale | null {
  for (const entry of list?.split(",") ?? []) {
    const locale = spoken(entry.split(";")[0]);
    if (locale) return locale;
  }
  return null;
}

/** Keeps a language that this device asked for; one that nobody speaks here is no choice. */
export async function keepLocale(asked: string) {
  const locale = spoken(asked);
  const options = { ...cookieOptions(), maxAge: 365 * 24 * 60 * 60 };
  if (locale) (await cookies()).set(ourCookie("locale"), locale, options);
}
