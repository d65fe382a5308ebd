import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SpaceLinks } from "@/components/entry/space-links";
import { BrandBar } from "@/components/home/brand-bar";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { listSpaces } from "@/lib/space/queries";
import { ownSpace } from "@/lib/web/space";

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function SpacesPage() {
  const userId = await ownSpace();
  if (!userId) redirect("/sign-in?next=/s");
  const t = await getTranslations("entry");
  const spaces = await listSpaces(userId);
  return (
    <div className="page pb-12">
      <BrandBar>
        <LinkButton look="plain" href="/account">
          {t("account")}
        </LinkButton>
      </BrandBar>
      <main className="grid max-w-2xl gap-6">
        <PageHeader title={t("spaces")}>{t("spacesHelp")}</PageHeader>
        <SpaceLinks spaces={spaces} />
      </main>
    </div>
  );
}
