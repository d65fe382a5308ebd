import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { DaySection } from "@/components/programme/day-section";
import { DayTabs } from "@/components/programme/day-tabs";
import { Untimed } from "@/components/programme/untimed";
import "@/components/programme/programme.css";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { viewProgramme } from "@/lib/programme/queries";
import { look } from "@/lib/web/look";
import { starTalkAction } from "../stars/actions";

type ProgrammePageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programme");
  return { title: t("programme") };
}

/** Every day of the programme, one below the other; the tabs are anchors. */
export default async function ProgrammePage({ params }: ProgrammePageProps) {
  const { slug } = await params;
  const { event, at, days, untimed } = await look(viewProgramme, slug, undefined);
  const t = await getTranslations("programme");
  const format = await getFormatter();
  const line = { slug, zone: event.zone, star: starTalkAction.bind(null, slug) };
  const dayName = (day: string) =>
    format.dateTime(new Date(day), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

  return (
    <main className="page">
      <PageHeader title={t("programme")} back={{ href: `/e/${slug}`, label: t("now") }} />
      {days.length + untimed.length === 0 && <EmptyState title={t("noProgramme")}>{t("noProgrammeHelp")}</EmptyState>}
      {days.length > 1 && <DayTabs slug={slug} days={days.map(({ day }) => day)} current={null} />}
      {days.map(({ day, entries }) => (
        <DaySection key={day} id={`day-${day}`} heading={dayName(day)} entries={entries} at={at} {...line} />
      ))}
      <Untimed entries={untimed} {...line} />
    </main>
  );
}
