import { addedAt, rhythmOf, without } from "@/lib/rhythm/rules";
import { extremes, quantile, type Samples, spreadOf } from "@/lib/series/rules";
import { stillness } from "@/lib/stillness/rules";

/**
 * Where a series left what is usual for it. It began after `lo`, the last sample that was as always, and not after `hi`, the
 * first that was not: between two samples nobody knows. `lo` is null where the series begins like that.
 */
export type Onset = {
  lo: number | null;
  hi: number;
  until: number;
  kind: "high" | "low" | "still";
  /** How far at most, in spreads of what is usual. */
  size: number;
};

/** What is usual: a middle, how far samples lie around it, and between what a series is as always; `byHour` is added to all. */
export type Usual = { center: number; spread: number; low: number; high: number; byHour: number[] | null };

const tooFar = 6;
const mostDrawn = 5;
/** A day of samples every five minutes: from here on a series shows by itself what is usual. */
const long = 288;
const fewest = 12;
/** What a series does more often than `mostDrawn` times is usual for it, unless it goes so much further. */
const further = 1.1;

/**
 * Where a series became unusual, at most five times, by time. A long one is held against its own middle and quartiles without
 * the rhythm of its days, sample by sample and in means of twelve; a short one against its first third, or against `quiet`
 * when the same was measured in a quiet time. It says nothing about causes: the first onset is not what was at fault.
 */
export function onsetsOf(series: Samples, quiet?: Samples | undefined): Onset[] {
  const usual = usualOf(series, quiet);
  if (!usual) return [];
  const singly = rare(stretches({ at: series.at, vals: without(usual.byHour, series) }, usual, 1));
  const together = series.vals.length < long ? [] : rare(inMeans(series, usual));
  const largest = merged([...singly, ...together])
    .sort((a, b) => b.size - a.size)
    .slice(0, mostDrawn);
  return [...largest, ...stillness(series)].sort((a, b) => a.hi - b.hi);
}

/** What is usual for a series; null when it is too short to say. */
export function usualOf(series: Samples, quiet?: Samples | undefined): Usual | null {
  const { vals } = series;
  if (vals.length < 4) return null;
  const byHour = vals.length < long ? null : rhythmOf(series);
  const isShort = vals.length < long;
  const lead = isShort ? vals.slice(0, Math.max(2, Math.floor(vals.length / 3))) : without(byHour, series);
  const held = quiet && quiet.vals.length >= 8 ? quiet.vals : null;
  const center = held && isShort ? nearest(lead, quantile(held, 0.5)) : quantile(lead, 0.5);
  // numbers that never moved: a quarter of their later range is far
  const least = Math.abs(center) * (quiet ? 0.002 : 0.005);
  const [lowest, highest] = extremes(vals);
  const spread = Math.max(spreadOf(held ?? lead), least) || (highest - lowest) / (4 * tooFar);
  if (!(spread > 0)) return null;
  const [below, above] = held ? beyond(held) : isShort ? twice(lead, center) : [center, center];
  const [low, high] = [Math.min(center - tooFar * spread, below), Math.max(center + tooFar * spread, above)];
  return { center, spread, low, high, byHour };
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

/** What is too little in each sample and lasts; it began somewhere in the first mean that shows it. */
function inMeans(series: Samples, { byHour }: Usual) {
  const vals = meansOf(without(byHour, series));
  const center = quantile(vals, 0.5);
  const spread = Math.max(spreadOf(vals), Math.abs(center) * 0.005);
  const far = tooFar * spread;
  return spread > 0
    ? stretches(
        { at: series.at.slice(fewest - 1), vals },
        { center, spread, low: center - far, high: center + far },
        fewest,
      )
    : [];
}

function meansOf(vals: readonly number[]) {
  let sum = 0;
  const means = vals.map((value, place) => {
    sum += value - (place < fewest ? 0 : (vals[place - fewest] as number));
    return sum / fewest;
  });
  return means.slice(fewest - 1);
}

/** Runs of samples that are too far away; a few usual ones between two of them do not end it. */
function stretches({ at, vals }: Samples, { center, spread, low, high }: Omit<Usual, "byHour">, of: number): Onset[] {
  const found: (Onset & { last: number })[] = [];
  for (const [index, value] of vals.entries()) {
    if (value >= low && value <= high) continue;
    const size = Math.abs(value - center) / spread;
    const open = found.at(-1);
    const hi = at[index] as number;
    if (open && index - open.last <= fewest)
      Object.assign(open, { last: index, until: hi, size: Math.max(open.size, size) });
    else {
      const kind = value > center ? "high" : "low";
      found.push({ lo: at[index - of] ?? null, hi, until: hi, kind, size, last: index });
    }
  }
  return found.map(({ last, ...onset }) => onset);
}

function rare(onsets: readonly Onset[]) {
  const sorted = onsets.toSorted((a, b) => b.size - a.size);
  const usual = sorted[mostDrawn]?.size ?? 0;
  return sorted.slice(0, mostDrawn).filter(({ size }) => size > usual * further);
}

/** Two that overlap are one, which began when the earlier did. */
function merged(onsets: readonly Onset[]) {
  const sorted = onsets.toSorted((a, b) => a.hi - b.hi);
  const found: Onset[] = [];
  for (const onset of sorted) {
    const before = found.at(-1);
    if (!before || onset.hi > before.until) found.push({ ...onset });
    else {
      before.until = Math.max(before.until, onset.until);
      before.size = Math.max(before.size, onset.size);
    }
  }
  return found;
}
