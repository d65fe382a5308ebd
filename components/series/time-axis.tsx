import { scaleUtc } from "d3-scale";
import { DateTime } from "luxon";
import { percent, type Span } from "@/lib/chart/rules";
import type { TimelineMarks } from "@/lib/series/queries";
import { useMoments } from "./moments";

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const date = { day: "numeric", month: "short" } as const;
const twoDaysMs = 172_800_000;

/** The hours or days below charts, in round numbers of the zone's own clock, or from the beginning. */
export function TimeAxis({ span, timeline }: { span: Span; timeline: Pick<TimelineMarks, "zone" | "since"> }) {
  const moment = useMoments(timeline);
  const shape = span[1] - span[0] > twoDaysMs ? date : clock;
  return (
    <div className="chart-axis" aria-hidden>
      {ticksOf(span, timeline.zone).map((at) => (
        <span key={at} style={{ left: `${percent(at, span)}%` }}>
          {moment(at, shape)}
        </span>
      ))}
    </div>
  );
}

function ticksOf(span: Span, zone: string) {
  const shift = DateTime.fromMillis(span[0], { zone }).offset * 60_000;
  const ticks = scaleUtc()
    .domain(span.map((at) => at + shift))
    .ticks(5);
  const width = span[1] - span[0];
  // a label at the far right would run out of the chart
  return ticks.map((tick) => tick.getTime() - shift).filter((at) => at >= span[0] && at <= span[1] - width * 0.1);
}
