import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Checklist } from "@/components/outsider/checklist";
import "@/components/outsider/outsider.css";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { viewChecklist } from "@/lib/checklist/queries";
import { checklist, openPoints } from "@/lib/checklist/rules";
import { look } from "@/lib/web/look";
import { machineFacts } from "@/lib/web/machine";

type ChecklistProps = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outsider"))("checklist.title"), robots: { index: false } };
}

/** What to know before the doors open, in plain words. */
export default async function ChecklistPage({ params }: ChecklistProps) {
  const { slug } = await params;
  const facts = await look(viewChecklist, slug, undefined);
  const t = await getTranslations("outsider.checklist");
  const items = checklist({ ...facts, now: new Date(), machine: machineFacts() });
  const open = openPoints(items);
  const settings = `/e/${slug}/settings`;
  const ways = {
    ...{
      look: `/e/${slug}/outsider`,
      door: settings,
      phones: settings,
      dots: settings,
      crewLink: settings,
      purge: `/e/${slug}/retention`,
    },
    ...{ wall: `/e/${slug}/desk`, code: `/e/${slug}/desk` },
  };
  return (
    <main className="page page-wide pb-6">
      <PageHeader title={t("title")} back={{ href: settings, label: t("settings") }}>
        {t("help")}
      </PageHeader>
      <div className="grid gap-6">
        <Notice tone={open > 0 ? "warn" : "good"} title={t("open", { count: open })} />
        <Checklist items={items} ways={ways} />
      </div>
    </main>
  );
}
