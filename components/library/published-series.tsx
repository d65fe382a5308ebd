import { useTranslations } from "next-intl";
import { Chart } from "@/components/series/chart";
import { incidentSpan, wholeSpan } from "@/components/series/span";
import { TimeAxis } from "@/components/series/time-axis";
import type { Shown } from "@/lib/publication/queries";

/** The numbers over time that were published with an entry, on one time axis with its timeline. Props: series, timeline. */
export function PublishedSeries({ series, timeline }: Pick<Shown, "series" | "timeline">) {
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
            <TimeAxis span={span} zone={timeline.zone} />
          </div>
        ))}
      <p className="text-sm text-soft">{t("zoneOfAll", { zone: timeline.zone })}</p>
    </section>
  );
}
