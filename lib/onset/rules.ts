import { without } from "@/lib/rhythm/rules";
import { quantile, type Samples, spreadOf } from "@/lib/series/rules";
import { stillness } from "@/lib/stillness/rules";
import { isShort, tooFar, type Usual, usualOf } from "@/lib/usual/rules";

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

const mostDrawn = 5;
const fewest = 12;
/** What a series does more often than `mostDrawn` times is usual for it, unless it goes so much further. */
const further = 1.1;

/**
 * Where a series became unusual, at most five times, by time. A long one is held against its own middle and quartiles without
 * the rhythm of its days, sample by sample and in means of twelve; a short one against its first third, up to where that
 * went to another level, or against `quiet` when the same was measured in a quiet time. It says nothing about causes: the
 * first onset is not what was at fault.
 */
export function onsetsOf(series: Samples, quiet?: Samples | undefined): Onset[] {
  const usual = usualOf(series, quiet);
  if (!usual) return [];
  const singly = rare(stretches({ at: series.at, vals: without(usual.byHour, series) }, usual, 1));
  const together = isShort(series) ? [] : rare(inMeans(series, usual));
  const largest = merged([...singly, ...together])
    .sort((a, b) => b.size - a.size)
    .slice(0, mostDrawn);
  return [...largest, ...stillness(series)].sort((a, b) => a.hi - b.hi);
}

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
