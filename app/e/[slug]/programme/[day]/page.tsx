import { getFormatter, getTranslations } from "next-intl/server";
import { DaySection } from "@/components/programme/day-section";
import { DayTabs } from "@/components/programme/day-tabs";
import "@/components/programme/programme.css";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { viewProgramme } from "@/lib/programme/queries";
import { look } from "@/lib/web/look";
import { starTalkAction } from "../../stars/actions";

type DayPageProps = { params: Promise<{ slug: string; day: string }> };

/** One day of the programme alone. */
export default async function DayPage({ params }: DayPageProps) {
  const { slug, day } = await params;
  const { event, at, days } = await look(viewProgramme, slug, undefined);
  const t = await getTranslations("programme");
  const format = await getFormatter();
  const found = days.find((one) => one.day === day);
  const heading = found
    ? format.dateTime(new Date(day), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })
    : t("noDay");

  return (
    <main className="page">
      <PageHeader title={t("programme")} back={{ href: `/e/${slug}`, label: t("now") }} />
      <DayTabs slug={slug} days={days.map((one) => one.day)} current={day} />
      {found ? (
        <DaySection
          id={`day-${day}`}
          heading={heading}
          entries={found.entries}
          at={at}
          slug={slug}
          zone={event.zone}
          star={starTalkAction.bind(null, slug)}
        />
      ) : (
        <EmptyState title={heading}>{t("noDayHelp")}</EmptyState>
      )}
    </main>
  );
}
