import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HoldSection } from "@/components/retention/hold-section";
import { PurgeNow } from "@/components/retention/purge-now";
import { RetentionForm } from "@/components/retention/retention-form";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { viewRetention } from "@/lib/retention/queries";
import { look } from "@/lib/web/look";
import { liftHoldAction, placeHoldAction, purgeNowAction, setRetentionAction } from "./actions";

type RetentionProps = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("retention"))("title"), robots: { index: false } };
}

/** When the event is purged and what stays, who holds it, and the end of it. */
export default async function RetentionPage({ params }: RetentionProps) {
  const { slug } = await params;
  const view = await look(viewRetention, slug, undefined);
  const t = await getTranslations("retention");
  return (
    <main className="page pb-6">
      <PageHeader title={t("title")} back={{ href: `/e/${slug}/settings`, label: t("back") }}>
        {t("help")}
      </PageHeader>
      <Words namespaces={["ui", "retention", "refused"]}>
        <div className="grid max-w-2xl gap-4">
          <RetentionForm view={view} action={setRetentionAction.bind(null, slug)} />
          <HoldSection view={view} place={placeHoldAction.bind(null, slug)} lift={liftHoldAction.bind(null, slug)} />
          {!view.heldAt && <PurgeNow view={view} action={purgeNowAction.bind(null, slug)} />}
        </div>
      </Words>
    </main>
  );
}
