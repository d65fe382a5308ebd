import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandBar } from "@/components/home/brand-bar";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

export type SpaceEdge = { slug: string; kind: "personal" | "event" | "org"; name: string | null };

type SpacePageProps = {
  space: SpaceEdge;
  /** By default the page is that of the space itself. */
  title?: ReactNode;
  /** Where back leads below the space: to an entry. */
  back?: { href: string; label: string };
  action?: ReactNode;
  /** A line below the title. */
  about?: ReactNode;
  children: ReactNode;
};

/** The frame of every page of a space. */
export function SpacePage({ space, title, back, action, about, children }: SpacePageProps) {
  const t = useTranslations("entry");
  const name = space.name ?? t("ownSpace");
  const home = { href: `/s/${space.slug}`, label: name };
  return (
    <div className="page pb-12">
      <BrandBar>
        <LinkButton look="plain" href="/s">
          {t("spaces")}
        </LinkButton>
      </BrandBar>
      <main>
        <PageHeader
          title={title ?? name}
          {...(title ? { back: back ?? home } : { over: t(`belongsTo.${space.kind}`) })}
          action={action}
        >
          {about}
        </PageHeader>
        {children}
      </main>
    </div>
  );
}
