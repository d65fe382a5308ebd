import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandBar } from "@/components/home/brand-bar";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

type BelowEntryProps = {
  space: string;
  entry: string;
  /** Of the entry. */
  over: string;
  title: string;
  action?: ReactNode;
  children: ReactNode;
};

/** The frame of a page below an entry of a space: what it is about, and the way back to it. */
export function BelowEntry({ space, entry, over, title, action, children }: BelowEntryProps) {
  const t = useTranslations("series");
  return (
    <div className="page pb-12">
      <BrandBar>
        <LinkButton look="plain" href={`/s/${space}`}>
          {t("space")}
        </LinkButton>
      </BrandBar>
      <main>
        <PageHeader title={title} back={{ href: `/s/${space}/${entry}`, label: over }} action={action} />
        {children}
      </main>
    </div>
  );
}
