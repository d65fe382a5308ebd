import { getFormatter, getTranslations } from "next-intl/server";
import { KeepCurrent } from "@/components/programme/keep-current";
import { Later } from "@/components/programme/later";
import { NowCard } from "@/components/programme/now-card";
import { NowTopics } from "@/components/programme/now-topics";
import "@/components/programme/programme.css";
import { PhaseAction } from "@/components/topic/phase-action";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { viewNow } from "@/lib/programme/queries";
import { look } from "@/lib/web/look";
import { starTalkAction } from "./stars/actions";

type NowPageProps = { params: Promise<{ slug: string }> };

/** The first screen after the QR code: what runs, what is next, and the one thing to do. */
export default async function NowPage({ params }: NowPageProps) {
  const { slug } = await params;
  const { event, today, now, next, later, days, starred, changesAt, mayPitch } = await look(viewNow, slug, undefined);
  const t = await getTranslations("programme");
  const format = await getFormatter();
  const nextDay = next[0]?.day;
  const dayName = (day: string) =>
    format.dateTime(new Date(day), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

  return (
    <main className="page pb-6">
      <PhaseAction mayPitch={mayPitch} />
      <KeepCurrent changesAt={changesAt} />
      <PageHeader title={t("now")} over={event.place} />
      {event.purgedAt && (
        <LinkButton href={`/e/${slug}/outcomes`} look="primary">
          {(await getTranslations("retention"))("outcomes")}
        </LinkButton>
      )}
      {now.length > 0 && (
        <section className="grid gap-2">
          <h2 className="sr-only">{t("runsNow")}</h2>
          {now.map((entry) => (
            <NowCard key={entry.id} entry={entry} slug={slug} zone={event.zone} runs />
          ))}
        </section>
      )}
      {next.length > 0 && nextDay && (
        <section className="mt-5 grid gap-2">
          <h2 className="font-bold text-lg">
            {nextDay === today ? t("next") : t("nextOn", { day: dayName(nextDay) })}
          </h2>
          {next.map((entry) => (
            <NowCard key={entry.id} entry={entry} slug={slug} zone={event.zone} />
          ))}
        </section>
      )}
      <NowTopics />
      {later.length > 0 && (
        <Later entries={later} slug={slug} zone={event.zone} star={starTalkAction.bind(null, slug)} />
      )}
      {days.length === 0 && <EmptyState title={t("noProgramme")}>{t("noProgrammeHelp")}</EmptyState>}
      {days.length > 0 && now.length + next.length === 0 && <EmptyState title={t("over")}>{t("overHelp")}</EmptyState>}
      {days.length > 0 && (
        <nav aria-label={t("programme")} className="mt-6 flex flex-wrap gap-2">
          <LinkButton href={`/e/${slug}/programme#now`}>{t("wholeProgramme")}</LinkButton>
          <LinkButton href={`/e/${slug}/stars`}>{t("starsLink", { count: starred })}</LinkButton>
        </nav>
      )}
    </main>
  );
}
