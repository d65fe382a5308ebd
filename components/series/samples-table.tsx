import { useTranslations } from "next-intl";
import type { Span } from "@/lib/chart/rules";
import { exactlySince } from "@/lib/relative/rules";
import type { DrawnSeries, TimelineMarks } from "@/lib/series/queries";
import { useMoments } from "./moments";

const most = 200;
const shape = {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
} as const;

/** The numbers of a chart, for whoever reads rather than looks. */
export function SamplesTable({ series, span, timeline }: { series: DrawnSeries; span: Span; timeline: TimelineMarks }) {
  const t = useTranslations("series");
  const moment = useMoments(timeline);
  const { zone, since } = timeline;
  const rows = series.at.flatMap((at, place) =>
    at >= span[0] && at <= span[1] ? [[at, series.vals[place]] as const] : [],
  );
  const shown = rows.slice(0, most);
  return (
    <details className="text-sm">
      <summary className="min-h-11 cursor-pointer py-2 text-accent">{t("table", { name: series.name })}</summary>
      <table className="tabular-nums">
        <thead>
          <tr className="text-left">
            <th scope="col" className="pr-6">
              {since === null ? t("time", { zone }) : t("timeSince")}
            </th>
            <th scope="col">{series.unit || t("value")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([at, value]) => (
            <tr key={at}>
              <td className="pr-6">{since === null ? moment(at, shape) : exactlySince(since, at)}</td>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && <p className="text-soft">{t("moreSamples", { count: rows.length - most })}</p>}
    </details>
  );
}
