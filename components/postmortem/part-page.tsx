import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BrandBar } from "@/components/home/brand-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";

type PartPageProps = { at: string; name: string; part: string; help: string; children: ReactNode };

/** The page on which one part of a post-mortem is told. */
export async function PartPage({ at, name, part, help, children }: PartPageProps) {
  const t = await getTranslations("postmortem");
  return (
    <div className="page pb-12">
      <BrandBar />
      <main>
        <PageHeader title={part} back={{ href: at, label: name || t("back") }}>
          {help}
        </PageHeader>
        <Words namespaces={["ui", "refused", "postmortem"]}>{children}</Words>
      </main>
    </div>
  );
}
