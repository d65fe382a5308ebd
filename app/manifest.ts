import type { MetadataRoute } from "next";
import { getLocale, getTranslations } from "next-intl/server";

/** What makes Twofeet an app to install. Of its two themes a manifest can name one: pages name both. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations("ui");
  const icon = (size: number, purpose: "any" | "maskable") => ({
    src: `/icons/${purpose}-${size}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  return {
    id: "/",
    name: t("appName"),
    short_name: t("appName"),
    description: t("about"),
    lang: await getLocale(),
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#faf8f2",
    theme_color: "#faf8f2",
    categories: ["events", "productivity"],
    icons: [icon(192, "any"), icon(512, "any"), icon(192, "maskable"), icon(512, "maskable")],
  };
}
