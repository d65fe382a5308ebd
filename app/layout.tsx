import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Words } from "@/components/ui/words";
import { viewerTheme } from "@/lib/web/theme";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ui");
  const name = t("appName");
  return {
    title: { default: name, template: `%s · ${name}` },
    description: t("about"),
    applicationName: name,
    appleWebApp: { capable: true, title: name, statusBarStyle: "default" },
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f2" },
    { media: "(prefers-color-scheme: dark)", color: "#13120e" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await viewerTheme();
  return (
    <html lang={await getLocale()} {...(theme !== "system" && { "data-theme": theme })}>
      <body>
        <Words namespaces={["ui"]}>{children}</Words>
      </body>
    </html>
  );
}
