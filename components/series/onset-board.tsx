import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Span } from "@/lib/chart/rules";
import type { ListedSeries, TimelineMarks } from "@/lib/series/queries";
import { OnsetBar } from "./chart";
import { useOnsetWords } from "./onset-words";
import { TimeAxis } from "./time-axis";

type OnsetBoardProps = {
  listed: ListedSeries[];
  span: Span;
  timeline: TimelineMarks;
  /** Which of them are pinned as first, by anybody. */
  pinned: ReadonlySet<string>;
  /** Leads to the chart of one. */
  chartOf: (id: string) => string;
};

const most = 60;

/** All series that left what is usual, on one time axis, by when they did: bars as wide as their samples are apart. */
export function OnsetBoard({ listed, span, timeline, pinned, chartOf }: OnsetBoardProps) {
  const t = useTranslations("series");
  const words = useOnsetWords(timeline);
  const moved = listed.filter(({ onsets }) =>
    onsets.some((onset) => onset.hi >= span[0] && (onset.lo ?? 0) <= span[1]),
  );
  const sorted = moved.sort((a, b) => (a.onsets[0]?.hi ?? 0) - (b.onsets[0]?.hi ?? 0) || a.name.localeCompare(b.name));
  if (sorted.length === 0) return <p className="text-soft">{t("nothingMoved")}</p>;
  return (
    <div className="grid gap-1">
      <ol className="grid gap-1">
        {sorted.slice(0, most).map((series) => (
          <li key={series.id} className="grid items-center gap-x-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <Link href={chartOf(series.id)} className="wrap-anywhere flex min-h-11 items-center text-accent text-sm">
              {series.name}
              {pinned.has(series.id) && <strong className="text-ink"> · {t("pinnedHere")}</strong>}
            </Link>
            <div className="chart-strip" role="img" aria-label={series.onsets.map(words).join(". ")}>
              {series.onsets.map((onset) => (
                <OnsetBar key={onset.hi} onset={onset} span={span} />
              ))}
            </div>
          </li>
        ))}
      </ol>
      <div className="grid gap-x-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <span />
        <TimeAxis span={span} timeline={timeline} />
      </div>
      {sorted.length > most && <p className="text-sm text-soft">{t("more", { count: sorted.length - most })}</p>}
    </div>
  );
}
