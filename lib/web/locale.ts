import "server-only";
import { cookies, headers } from "next/headers";

/** The languages that Twofeet speaks, the first one when nothing else is known. */
export const locales = ["en", "fr", "nl", "de", "es"] as const;
export type Locale = (typeof locales)[number];

export const localeCookie = "twofeet.locale";

/** Set by the server in front of Next for pages of one event: the language its host chose. */
export const eventLocaleHeader = "x-twofeet-locale";

/** The person's own choice, else the language of the event, else what the browser asks for. */
export async function viewerLocale(): Promise<Locale> {
  const jar = await cookies();
  const asked = await headers();
  return (
    spoken(jar.get(localeCookie)?.value) ??
    spoken(asked.get(eventLocaleHeader)) ??
    firstSpoken(asked.get("accept-language")) ??
    locales[0]
  );
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
  const options = { path: "/", sameSite: "lax", httpOnly: true, maxAge: 365 * 24 * 60 * 60 } as const;
  if (locale) (await cookies()).set(localeCookie, locale, options);
}
