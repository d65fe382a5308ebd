import type { Samples } from "@/lib/series/rules";
import { limitsAt, type Usual } from "@/lib/usual/rules";

/** What is drawn spans 1,000 across and 100 down, whatever the screen. */
export const across = 1_000;
export const down = 100;

export type Span = readonly [from: number, to: number];

/** Where an instant is, in thousandths of the width; may be outside. */
export const place = (at: number, [from, to]: Span) => ((at - from) / Math.max(to - from, 1)) * across;

/** The same in percent of the width, kept inside. */
export const percent = (at: number, span: Span) => Math.min(100, Math.max(0, place(at, span) / 10));

type Point = { x: number; value: number };

const columns = 400;

/**
 * The samples within a span as points: at most the least and the largest of each four hundredth, so that no peak is lost.
 * A hole longer than three samples breaks the line: null.
 */
export function pointsOf({ at, vals }: Samples, span: Span, stepS: number | null): (Point | null)[] {
  const hole = (stepS ?? Number.POSITIVE_INFINITY) * 3_000;
  const points: (Point | null)[] = [];
  let column: { number: number; least: Point; most: Point } | null = null;
  const flush = () => {
    if (!column) return;
    const { least, most } = column;
    points.push(...(least === most ? [least] : least.x < most.x ? [least, most] : [most, least]));
    column = null;
  };
  for (const [index, time] of at.entries()) {
    if (time < span[0] || time > span[1]) continue;
    const point = { x: place(time, span), value: vals[index] as number };
    const number = Math.floor((point.x / across) * columns);
    const isBroken = index > 0 && time - (at[index - 1] as number) > hole;
    if (isBroken || column?.number !== number) flush();
    if (isBroken) points.push(null);
    column = widened(column, number, point);
  }
  flush();
  return points;
}

function widened(column: { number: number; least: Point; most: Point } | null, number: number, point: Point) {
  if (!column) return { number, least: point, most: point };
  const { least, most } = column;
  return { number, least: point.value < least.value ? point : least, most: point.value > most.value ? point : most };
}

/** Least and largest value that are drawn, with air; a flat line lies in the middle. */
export function rangeOf(points: (Point | null)[]): Span {
  const values = points.flatMap((point) => (point ? [point.value] : []));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = (most - least || Math.abs(most) || 1) * 0.06;
  // what is never below nought is not drawn below it
  return [least >= 0 ? Math.max(0, least - air) : least - air, most + air];
}

export const height = (value: number, [least, most]: Span) =>
  down - ((value - least) / Math.max(most - least, 1e-12)) * down;

/** A line through the points, as SVG writes it; a hole lifts the pen. */
export function pathOf(points: readonly (Point | null)[], range: Span) {
  const at = ({ x, value }: Point) => `${round(x)},${round(height(value, range))}`;
  return points
    .map((point, no) => (point ? `${points[no - 1] ? "L" : "M"}${at(point)}${isAlone(points, no) ? "Z" : ""}` : ""))
    .join("");
}

const isAlone = (points: readonly (Point | null)[], no: number) => !points[no - 1] && !points[no + 1];

/** Between what a series is as always; where the hours of the day differ, it goes along with them. */
export function bandOf(usual: Usual, span: Span, range: Span) {
  const count = usual.byHour ? columns / 2 : 1;
  const times = Array.from({ length: count + 1 }, (_, step) => span[0] + ((span[1] - span[0]) * step) / count);
  const edge = (side: 0 | 1) =>
    times.map((at) => {
      const low = height(limitsAt(usual, at)[side], range);
      return `${round(place(at, span))},${round(Math.min(down, Math.max(0, low)))}`;
    });
  return `M${[...edge(0), ...edge(1).reverse()].join("L")}Z`;
}

const round = (value: number) => Math.round(value * 10) / 10;
