import { useFormatter, useTranslations } from "next-intl";
import type { Firing } from "@/lib/alert/rules";
import { across, bandOf, down, pathOf, percent, pointsOf, rangeOf, type Span } from "@/lib/chart/rules";
import type { Onset } from "@/lib/onset/rules";
import type { DrawnSeries, TimelineMarks } from "@/lib/series/queries";
import { useOnsetWords } from "./onset-words";
import "./chart.css";

type ChartProps = {
  series: DrawnSeries;
  span: Span;
  timeline: TimelineMarks;
  /** When an alert on it would have fired. */
  fires?: Firing[] | undefined;
};

/** One series over the time that all charts of the page share, with what is usual for it and where it left that. */
export function Chart({ series, span, timeline, fires = [] }: ChartProps) {
  const t = useTranslations("series");
  const format = useFormatter();
  const words = useOnsetWords(timeline);
  const points = pointsOf(series, span, series.stepS);
  const seen = series.onsets.filter(({ hi, until, lo }) => until >= span[0] && (lo ?? hi) <= span[1]);
  const range = rangeOf(points);
  const number = (value: number) => format.number(value, { maximumSignificantDigits: 4, notation: "compact" });
  const facts = { samples: points.length === 0 ? 0 : series.samples, step: series.stepS ?? 0 };
  return (
    <figure className="grid gap-1" id={`series-${series.id}`}>
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="wrap-anywhere font-semibold">
          {series.name}
          {series.unit && <span className="font-normal text-soft"> ({series.unit})</span>}
        </span>
        <span className="text-sm text-soft">{series.isQuiet ? t("quiet") : t("sampled", facts)}</span>
      </figcaption>
      {points.length === 0 ? (
        <p className="text-soft">{t("nothingInSpan")}</p>
      ) : (
        <div className="chart" role="img" aria-label={[series.name, ...seen.map(words)].join(". ")}>
          <svg viewBox={`0 0 ${across} ${down}`} preserveAspectRatio="none" aria-hidden>
            {series.usual && <path className="chart-usual" d={bandOf(series.usual, span, range)} />}
            <path className="chart-line" d={pathOf(points, range)} />
          </svg>
          <Marks timeline={timeline} span={span} />
          {seen.map((onset) => (
            <OnsetBar key={onset.hi} onset={onset} span={span} />
          ))}
          {fires.map(({ hi }) => (
            <span key={hi} className="chart-fires" style={{ left: `${percent(hi, span)}%` }} />
          ))}
          <span className="chart-edge top-0">{number(range[1])}</span>
          <span className="chart-edge bottom-0">{number(range[0])}</span>
        </div>
      )}
      {seen.length > 0 && (
        <ol className="list-inside list-decimal text-sm">
          {seen.map((onset) => (
            <li key={onset.hi}>{words(onset)}</li>
          ))}
        </ol>
      )}
    </figure>
  );
}

/** What stands in the timeline, as lines through every chart; the times of the incident stronger. */
function Marks({ timeline, span }: { timeline: TimelineMarks; span: Span }) {
  const inside = ({ at }: { at: number }) => at >= span[0] && at <= span[1];
  return (
    <>
      {timeline.events.filter(inside).map(({ id, at }) => (
        <span key={id} className="chart-mark" style={{ left: `${percent(at, span)}%` }} />
      ))}
      {timeline.times.filter(inside).map(({ what, at }) => (
        <span key={what} className="chart-mark" data-time style={{ left: `${percent(at, span)}%` }} />
      ))}
    </>
  );
}

/** As wide as nobody knows: from the last sample that was as always to the first that was not. */
export function OnsetBar({ onset: { lo, hi }, span }: { onset: Onset; span: Span }) {
  const from = lo === null ? 0 : percent(lo, span);
  return <span className="chart-onset" style={{ left: `${from}%`, width: `${percent(hi, span) - from}%` }} />;
}
