import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { getRequestConfig } from "next-intl/server";
import { type Locale, viewerLocale } from "./locale";

/** Every file `messages/<locale>/<namespace>.json` is a namespace; adding a file is all it takes. */
export default getRequestConfig(async () => {
  const locale = await viewerLocale();
  return { locale, timeZone: "UTC", messages: await messagesOf(locale) };
});

async function messagesOf(locale: Locale) {
  const files = await readdir(join(process.cwd(), "messages", locale));
  const namespaces = files.filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -5));
  const entries = namespaces.map(async (namespace) => {
    // a file that came after the bundler looked is not known to it yet
    const words = await import(`../../messages/${locale}/${namespace}.json`).catch(() => ({ default: {} }));
    return [namespace, words.default] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
