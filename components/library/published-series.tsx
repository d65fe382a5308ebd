import { useTranslations } from "next-intl";
import { Chart } from "@/components/series/chart";
import { CsvLink } from "@/components/series/csv-link";
import { incidentSpan, wholeSpan } from "@/components/series/span";
import { TimeAxis } from "@/components/series/time-axis";
import type { Shown } from "@/lib/publication/queries";

type SeriesProps = Pick<Shown, "slug" | "version" | "series" | "timeline">;

/** The numbers over time that were published with an entry, on one time axis with its timeline. Props: slug, version, series, timeline. */
export function PublishedSeries({ slug, version: { version }, series, timeline }: SeriesProps) {
  const t = useTranslations("series");
  if (series.length === 0) return null;
  const all = wholeSpan(series);
  const span = incidentSpan(timeline, all) ?? all;
  return (
    <section className="grid gap-3" aria-labelledby="series">
      <h2 id="series" className="font-bold text-lg">
        {t("charts")}
      </h2>
      {series
        .filter(({ isQuiet }) => !isQuiet)
        .map((one) => (
          <div key={one.id}>
            <Chart series={one} span={span} timeline={timeline} />
            <TimeAxis span={span} timeline={timeline} />
            <CsvLink name={one.name} href={`/library/${slug}/v/${encodeURIComponent(version)}/series/${one.id}.csv`} />
          </div>
        ))}
      <p className="text-sm text-soft">
        {timeline.since === null ? t("zoneOfAll", { zone: timeline.zone }) : t("sinceOfAll")}
      </p>
    </section>
  );
}
