import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UnnamedForm } from "@/components/topic/unnamed-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { viewList } from "@/lib/topic/queries";
import { look } from "@/lib/web/look";
import { pitchUnnamedAction } from "./actions";

type UnnamedPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("confidential");
  return { title: t("unnamedTitle") };
}

export default async function UnnamedPage({ params }: UnnamedPageProps) {
  const { slug } = await params;
  const { mayPitch } = await look(viewList, slug, undefined);
  const t = await getTranslations("confidential");
  const topic = await getTranslations("topic");

  return (
    <main className="page max-w-2xl">
      <PageHeader title={t("unnamedTitle")} back={{ href: `/e/${slug}/topics/pitch`, label: topic("pitchTitle") }} />
      {mayPitch ? (
        <UnnamedForm action={pitchUnnamedAction.bind(null, slug)} />
      ) : (
        <EmptyState title={topic("closedPitching")}>{topic("closedPitchingHelp")}</EmptyState>
      )}
    </main>
  );
}
