import type { Span } from "@/lib/chart/rules";
import type { DrawnSeries, TimelineMarks } from "@/lib/series/queries";

const halfHourMs = 1_800_000;

/** From the first to the last sample that is drawn. */
export function wholeSpan(drawn: DrawnSeries[]): Span {
  const shown = drawn.filter(({ isQuiet }) => !isQuiet);
  const ends = (shown.length > 0 ? shown : drawn).map(({ at }) => [at[0] ?? 0, at.at(-1) ?? 0] as const);
  const [from, to] = [Math.min(...ends.map(([from]) => from)), Math.max(...ends.map(([, to]) => to))];
  return from === to ? [from - halfHourMs, to + halfHourMs] : [from, to];
}

/** The incident with half its length on either side, where that is much less than all there is; otherwise null. */
export function incidentSpan({ times, events }: TimelineMarks, whole: Span): Span | null {
  const all = [...times, ...events].map(({ at }) => at);
  if (all.length === 0) return null;
  const [begun, over] = [Math.min(...all), Math.max(...all)];
  const air = Math.max(halfHourMs, (over - begun) / 2);
  const span: Span = [Math.max(whole[0], begun - air), Math.min(whole[1], over + air)];
  const isInside = span[1] > span[0];
  return isInside && (span[1] - span[0]) * 2 < whole[1] - whole[0] ? span : null;
}
