import { useTranslations } from "next-intl";
import { Chart } from "@/components/series/chart";
import { SamplesTable } from "@/components/series/samples-table";
import { wholeSpan } from "@/components/series/span";
import { TimeAxis } from "@/components/series/time-axis";
import { Notice } from "@/components/ui/notice";
import type { StudioView } from "@/lib/sanitise/queries";

type ComingProps = { charts: NonNullable<StudioView["charts"]> };

/** All series that go out, those of quiet times too, drawn whole and with their numbers: what is approved was seen. */
export function ComingSeries({ charts: { series, timeline, changed } }: ComingProps) {
  const t = useTranslations("publish");
  if (series.length + changed.length === 0) return null;
  const span = wholeSpan(series);
  return (
    <section className="grid gap-3" aria-labelledby="coming-series">
      <h3 id="coming-series" className="font-bold">
        {t("seriesGo")}
      </h3>
      {changed.length > 0 && <Notice tone="warn" title={t("seriesChanged", { names: changed.join(", ") })} />}
      {series.map((one) => {
        const own = one.isQuiet ? wholeSpan([one]) : span;
        return (
          <div key={one.id}>
            <Chart series={one} span={own} timeline={timeline} />
            <TimeAxis span={own} timeline={timeline} />
            <SamplesTable series={one} span={own} timeline={timeline} />
          </div>
        );
      })}
    </section>
  );
}
