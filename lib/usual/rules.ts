import { addedAt, rhythmOf, without } from "@/lib/rhythm/rules";
import { extremes, quantile, type Samples, spreadOf } from "@/lib/series/rules";

/** What is usual: a middle, how far samples lie around it, and between what a series is as always; `byHour` is added to all. */
export type Usual = { center: number; spread: number; low: number; high: number; byHour: number[] | null };

/** So many spreads away from the middle is not as always. */
export const tooFar = 6;
/** A day of samples every five minutes: from here on a series shows by itself what is usual. */
const long = 288;
export const isShort = ({ vals }: Samples) => vals.length < long;
/** Fewer samples show no level. */
const leastCalm = 4;

/** What is usual for a series; null when it is too short to say. */
export function usualOf(series: Samples, quiet?: Samples | undefined): Usual | null {
  const { vals } = series;
  if (vals.length < 4) return null;
  const short = isShort(series);
  const byHour = short ? null : rhythmOf(series);
  const lead = short ? vals.slice(0, calm(vals, Math.max(2, Math.floor(vals.length / 3)))) : without(byHour, series);
  const held = quiet && quiet.vals.length >= 8 ? quiet.vals : null;
  const center = held && short ? nearest(lead, quantile(held, 0.5)) : quantile(lead, 0.5);
  // numbers that never moved: a quarter of their later range is far
  const least = Math.abs(center) * (quiet ? 0.002 : 0.005);
  const [lowest, highest] = extremes(vals);
  const spread = Math.max(spreadOf(held ?? lead), least) || (highest - lowest) / (4 * tooFar);
  if (!(spread > 0)) return null;
  const [below, above] = held ? beyond(held) : short ? twice(lead, center) : [center, center];
  const [low, high] = [Math.min(center - tooFar * spread, below), Math.max(center + tooFar * spread, above)];
  return { center, spread, low, high, byHour };
}

/** How many of the first so many samples come before it went to another level and stayed there: it may begin early. */
function calm(vals: readonly number[], among: number): number {
  const half = Math.floor(among / 2);
  if (half < leastCalm) return among;
  const held = calm(vals, half);
  if (held < half) return held;
  const before = vals.slice(0, held);
  const center = quantile(before, 0.5);
  const far = Math.max(tooFar * spreadOf(before), Math.abs(center) / 4);
  const staysGone = (from: number) =>
    vals.slice(from, from + leastCalm).every((value) => Math.abs(value - center) > far);
  for (let at = held; at < among; at++) if (staysGone(at)) return at;
  return among;
}

/** A first third in which it began already says little: what was measured quietly tells which of its samples is usual. */
const nearest = (vals: readonly number[], middle: number) =>
  vals.reduce((best, value) => (Math.abs(value - middle) < Math.abs(best - middle) ? value : best));

/** Further than nine of ten of what was measured quietly, by a quarter of how far these lie apart. */
function beyond(quiet: readonly number[]) {
  const [least, most] = [quantile(quiet, 0.05), quantile(quiet, 0.95)];
  return [least - (most - least) / 4, most + (most - least) / 4] as const;
}

/** Twice as far as anything in the first third. */
function twice(lead: readonly number[], center: number) {
  const [least, most] = extremes(lead);
  return [center - 2 * (center - least), center + 2 * (most - center)] as const;
}

/** Between what a series is as always at that time. */
export const limitsAt = ({ low, high, byHour }: Usual, at: number): [low: number, high: number] => [
  low + addedAt(byHour, at),
  high + addedAt(byHour, at),
];
