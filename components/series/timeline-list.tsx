import { useTranslations } from "next-intl";
import { percent, type Span } from "@/lib/chart/rules";
import type { TimelineMarks } from "@/lib/series/queries";
import { useMoments } from "./moments";

const shape = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const most = 40;

/** What the lines through the charts are: numbers on the axis, and the list that says them. */
export function TimelineList({ timeline, span }: { timeline: TimelineMarks; span: Span }) {
  const t = useTranslations("series");
  const moments = useTranslations("postmortem");
  const moment = useMoments(timeline);
  const times = timeline.times.map(({ what, at }) => ({
    key: what,
    at,
    text: moments(`moment.${what}` as never),
    isTime: true,
  }));
  const events = timeline.events.map(({ id, at, text }) => ({
    key: id,
    at,
    text: text.split("\n")[0] ?? "",
    isTime: false,
  }));
  const marks = [...times, ...events].filter(({ at }) => at >= span[0] && at <= span[1]).sort((a, b) => a.at - b.at);
  if (marks.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 text-accent">{t("lines", { count: marks.length })}</summary>
      <ol className="grid gap-1 text-sm">
        {marks.slice(0, most).map(({ key, at, text, isTime }) => (
          <li key={key} className="flex gap-3">
            <span className="shrink-0 tabular-nums">{moment(at, shape)}</span>
            <span className={`wrap-anywhere ${isTime ? "font-semibold" : ""}`}>{text.slice(0, 200)}</span>
          </li>
        ))}
      </ol>
      <div className="chart-strip" aria-hidden>
        {marks.map(({ key, at, isTime }) => (
          <span
            key={key}
            className="chart-mark"
            data-time={isTime || undefined}
            style={{ left: `${percent(at, span)}%` }}
          />
        ))}
      </div>
    </details>
  );
}
