import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeepCurrent } from "@/components/programme/keep-current";
import { Text } from "@/components/programme/markdown";
import { SpeakerCard } from "@/components/programme/speaker-card";
import "@/components/programme/programme.css";
import { StarButton } from "@/components/programme/star-button";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { viewTalk } from "@/lib/programme/queries";
import { asksAgainAt } from "@/lib/question/rules";
import { look } from "@/lib/web/look";
import { Asked } from "../../questions/asked";
import { starTalkAction } from "../../stars/actions";

type TalkPageProps = { params: Promise<{ slug: string; entry: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programme");
  return { title: t("programme") };
}

/** One entry with its speakers and what it is about. */
export default async function TalkPage({ params }: TalkPageProps) {
  const { slug, entry: entryId } = await params;
  const { event, entry, speakers } = await look(viewTalk, slug, { entryId });
  const t = await getTranslations("programme");
  const { title, kind, startsAt, endsAt, abstract, comments, url, starred } = entry;

  return (
    <main className="page pb-6">
      <KeepCurrent changesAt={asksAgainAt(new Date(), entry).toISOString()} />
      <PageHeader
        title={title}
        over={t(`kind.${kind}`)}
        back={{ href: `/e/${slug}/programme/${entry.day}`, label: t("programme") }}
      >
        <p>{entry.speakers.join(", ")}</p>
        {startsAt && (
          <p className="font-semibold text-ink">
            <Time at={startsAt} zone={event.zone} as="day" /> ·{" "}
            <Time at={startsAt} zone={event.zone} {...(endsAt && { until: endsAt })} />
            {!endsAt && ` · ${t("openEnd")}`}
          </p>
        )}
      </PageHeader>
      <div className="star-alone mb-4">
        <StarButton
          action={starTalkAction.bind(null, slug)}
          entryId={entry.id}
          starred={starred}
          label={t("star", { title })}
          words={t(starred ? "starred" : "starThis")}
          refused={t("starRefused")}
        />
      </div>
      {comments && <Text>{comments}</Text>}
      {abstract ? <Text>{abstract}</Text> : <p className="text-soft">{t("noAbstract")}</p>}
      {url && (
        <p className="mt-4">
          <a href={url} rel="nofollow noopener noreferrer" className="text-accent underline">
            {t("link")}
          </a>
        </p>
      )}
      {speakers.length > 0 && (
        <section aria-labelledby="speakers" className="mt-8 grid gap-3">
          <h2 id="speakers" className="font-bold text-lg">
            {t("speakers", { count: speakers.length })}
          </h2>
          {speakers.map((speaker) => (
            <SpeakerCard key={speaker.id} speaker={speaker} />
          ))}
        </section>
      )}
      <Asked slug={slug} about="talk" subjectId={entryId} />
    </main>
  );
}
