import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandBar } from "@/components/home/brand-bar";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";

/** The pages of an org, and which of them only owners have. */
const places = [
  { key: "days", path: "" },
  { key: "library", path: "/library" },
  { key: "people", path: "/people", owners: true },
  { key: "domains", path: "/domains", owners: true },
  { key: "sso", path: "/sso", owners: true },
  { key: "audit", path: "/audit", owners: true },
] as const;

type OrgPageProps = {
  slug: string;
  name: string;
  standing: "member" | "owner";
  here: (typeof places)[number]["key"] | null;
  title?: ReactNode;
  children: ReactNode;
};

/** The frame of every page of an org. */
export function OrgPage({ slug, name, standing, here, title, children }: OrgPageProps) {
  const t = useTranslations("org");
  const mine = places.filter((place) => standing === "owner" || !("owners" in place));
  return (
    <div className="page pb-12">
      <BrandBar>
        <LinkButton look="plain" href="/account">
          {t("account")}
        </LinkButton>
      </BrandBar>
      <main>
        <PageHeader title={title ?? name} over={title ? name : t("kind")} />
        {mine.length > 1 && (
          <div className="mb-6">
            <Tabs
              label={name}
              tabs={mine.map(({ key, path }) => ({ key, label: t(`places.${key}`), href: `/o/${slug}${path}` }))}
              current={here ?? ""}
            />
          </div>
        )}
        {children}
      </main>
    </div>
  );
}
