import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import "@/components/outsider/outsider.css";
import { ReachTable } from "@/components/outsider/reach-table";
import { Verdicts } from "@/components/outsider/verdicts";
import { EmptyState } from "@/components/ui/empty-state";
import { OneButton } from "@/components/ui/one-button";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { Words } from "@/components/ui/words";
import { viewOutsideLook } from "@/lib/outsider/queries";
import { verdicts } from "@/lib/outsider/rules";
import { look } from "@/lib/web/look";
import { lookFromOutsideAction } from "./actions";

type OutsiderProps = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outsider"))("title"), robots: { index: false } };
}

/** What four people reach who should reach nothing, or little: asked for real, shown to the host only. */
export default async function OutsiderPage({ params }: OutsiderProps) {
  const { slug } = await params;
  const { event, look: last } = await look(viewOutsideLook, slug, undefined);
  const t = await getTranslations("outsider");
  return (
    <main className="page page-wide pb-6">
      <PageHeader title={t("title")} back={{ href: `/e/${slug}/checklist`, label: t("checklist.title") }}>
        {t("help")}
      </PageHeader>
      <div className="grid gap-6">
        <Words namespaces={["ui", "refused"]}>
          <div className="max-w-md">
            <OneButton action={lookFromOutsideAction.bind(null, slug)} send={{}} look="primary" large>
              {t(last ? "again" : "look")}
            </OneButton>
          </div>
        </Words>
        {last ? (
          <>
            <p className="text-soft">
              <Time at={last.at.toISOString()} zone={event.zone} as="day" />{" "}
              <Time at={last.at.toISOString()} zone={event.zone} /> · {t("asked", { count: last.report.asked })}
            </p>
            <Verdicts verdicts={verdicts(last.report, event.visibility)} visibility={event.visibility} />
            <ReachTable report={last.report} />
          </>
        ) : (
          <EmptyState title={t("never")}>{t("neverHelp")}</EmptyState>
        )}
      </div>
    </main>
  );
}
