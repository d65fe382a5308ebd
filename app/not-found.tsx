import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default async function NotFound() {
  const t = await getTranslations("ui");
  return (
    <main className="mx-auto grid min-h-dvh max-w-lg content-center p-4">
      {/* the page that was not found has no metadata to say it */}
      <title>{t("notFoundTitle")}</title>
      <EmptyState title={<h1>{t("notFoundTitle")}</h1>} action={<LinkButton href="/">{t("home")}</LinkButton>}>
        {t("notFoundHelp")}
      </EmptyState>
    </main>
  );
}
