import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandBar } from "@/components/home/brand-bar";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

type MachinePageProps = { space: string; title: ReactNode; children: ReactNode };

/** A page of a space on what comes in and goes out. */
export function MachinePage({ space, title, children }: MachinePageProps) {
  const t = useTranslations("interop");
  return (
    <div className="page pb-12">
      <BrandBar>
        <LinkButton look="plain" href={`/s/${space}`}>
          {t("back")}
        </LinkButton>
      </BrandBar>
      <main>
        <PageHeader title={title} over={t("over")} />
        {children}
      </main>
    </div>
  );
}
