import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfidentialityChoice } from "@/components/topic/confidentiality-choice";
import { PitchForm } from "@/components/topic/pitch-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { pitchTopicInput } from "@/lib/topic/input";
import { viewTopics } from "@/lib/topic/queries";
import { look } from "@/lib/web/look";
import { alikeAction, pitchAction } from "../actions";

type PitchPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("topic");
  return { title: t("pitchTitle") };
}

export default async function PitchPage({ params }: PitchPageProps) {
  const { slug } = await params;
  const { mayPitch, ballot, snapshot } = await look(viewTopics, slug, undefined);
  const t = await getTranslations("topic");
  const confidential = await getTranslations("confidential");
  const { title } = pitchTopicInput.shape;

  return (
    <main className="page max-w-2xl">
      <PageHeader title={t("pitchTitle")} back={{ href: `/e/${slug}/topics`, label: t("back") }} />
      {mayPitch ? (
        <>
          <PitchForm
            slug={slug}
            name={ballot.member?.nameIsMadeUp === false ? null : ""}
            titleLength={[title.minLength ?? 0, title.maxLength ?? 100]}
            action={pitchAction.bind(null, slug)}
            findAlike={alikeAction.bind(null, slug)}
          >
            <ConfidentialityChoice />
          </PitchForm>
          <p className="pt-4">
            <Link href={`/e/${slug}/topics/pitch/unnamed`} className="inline-flex min-h-11 items-center underline">
              {confidential("unnamedLink")}
            </Link>
          </p>
        </>
      ) : (
        <EmptyState title={t("closedPitching")}>
          {t(snapshot.event.phase === "before" ? "emptyBefore.help" : "closedPitchingHelp")}
        </EmptyState>
      )}
    </main>
  );
}
