import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditPages } from "@/components/audit/audit-pages";
import { PageHeader } from "@/components/ui/page-header";
import { Watermark } from "@/components/watermark/watermark";
import { viewAudit } from "@/lib/audit/queries";
import type { Chapter } from "@/lib/audit/rules";
import { look } from "@/lib/web/look";

type AuditProps = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title"), robots: { index: false } };
}

/** What was done with power in this event. */
export default async function AuditPage({ params, searchParams }: AuditProps) {
  const [{ slug }, { before, about }] = await Promise.all([params, searchParams]);
  const asked = { ...(before && { before }), ...(about && { about: about as Chapter }) };
  const { me, zone, isPrivate, lines, older } = await look(viewAudit, slug, asked);
  const t = await getTranslations("audit");
  return (
    <main className="page page-wide pb-6">
      <PageHeader title={t("title")} back={{ href: `/e/${slug}/settings`, label: t("back") }}>
        {t("help")}
      </PageHeader>
      <AuditPages
        {...{ at: `/e/${slug}/audit`, lines, older, zone, about: asked.about }}
        without={["company", "library"]}
      />
      {!isPrivate && <Watermark name={me} zone={zone} />}
    </main>
  );
}
