import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { DaySection } from "@/components/programme/day-section";
import "@/components/programme/programme.css";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { viewStars } from "@/lib/programme/queries";
import { look } from "@/lib/web/look";
import { starTalkAction } from "./actions";

type StarsPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programme");
  return { title: t("stars") };
}

/** What the viewer starred, in order of time. */
export default async function StarsPage({ params }: StarsPageProps) {
  const { slug } = await params;
  const { event, at, days } = await look(viewStars, slug, undefined);
  const t = await getTranslations("programme");
  const format = await getFormatter();
  const whole = (
    <LinkButton href={`/e/${slug}/programme`} look="quiet">
      {t("wholeProgramme")}
    </LinkButton>
  );
  return (
    <main className="page">
      <PageHeader title={t("stars")} back={{ href: `/e/${slug}`, label: t("now") }} />
      {days.length === 0 && (
        <EmptyState title={t("noStars")} action={whole}>
          {t("noStarsHelp")}
        </EmptyState>
      )}
      {days.map(({ day, entries }) => (
        <DaySection
          key={day}
          id={`day-${day}`}
          heading={format.dateTime(new Date(day), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })}
          entries={entries}
          at={at}
          slug={slug}
          zone={event.zone}
          star={starTalkAction.bind(null, slug)}
        />
      ))}
    </main>
  );
}
