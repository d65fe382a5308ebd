/** Numbers over time: ms since 1970, ascending, and what was measured then. */
export type Samples = { at: readonly number[]; vals: readonly number[] };

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

/** What is usual: a middle, and how far samples lie around it. */
export type Usual = { center: number; spread: number };

const tooFar = 6;
const mostDrawn = 5;
/** A day of samples every five minutes: from here on a series shows by itself what is usual. */
const long = 288;
const fewest = 12;
/** Expected range of 2 … 11 samples of a normal distribution, in standard deviations. */
const rangeOf = [1, 1, 1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.97, 3.078, 3.173];

/**
 * Where a series became unusual, at most five times, by time. A long one is held against its own middle and quartiles; a
 * short one against its first third, whose spread is that of `quiet` when the same was measured in a quiet time. It says
 * nothing about causes: the first onset is not what was at fault.
 */
export function onsetsOf(series: Samples, quiet?: Samples | undefined): Onset[] {
  const usual = usualOf(series, quiet);
  if (!usual) return [];
  const largest = stretches(series, usual)
    .sort((a, b) => b.size - a.size)
    .slice(0, mostDrawn);
  return [...largest, ...stillness(series)].sort((a, b) => a.hi - b.hi);
}

/** What is usual for a series; null when it is too short to say. */
export function usualOf({ vals }: Samples, quiet?: Samples | undefined): Usual | null {
  if (vals.length < 4) return null;
  const lead = vals.length < long ? vals.slice(0, Math.max(2, Math.floor(vals.length / 3))) : vals;
  const center = quantile(lead, 0.5);
  const measured = quiet && quiet.vals.length >= 8 ? spreadOf(quiet.vals) : spreadOf(lead);
  // numbers that never moved: a quarter of their later range is far
  const least = Math.max(Math.abs(center) * (quiet ? 0.002 : 0.005), 0);
  const spread =
    Math.max(measured, least) || (Math.max(...extremes(vals)) - Math.min(...extremes(vals))) / (4 * tooFar);
  return spread > 0 ? { center, spread } : null;
}

function spreadOf(vals: readonly number[]) {
  const [least, most] = extremes(vals);
  if (vals.length < fewest) return (most - least) / (rangeOf[vals.length] ?? 3.2);
  return (quantile(vals, 0.75) - quantile(vals, 0.25)) / 1.349 || (quantile(vals, 0.95) - quantile(vals, 0.05)) / 3.29;
}

/** Runs of samples that are too far away; a few usual ones between two of them do not end it. */
function stretches({ at, vals }: Samples, { center, spread }: Usual): Onset[] {
  const found: (Onset & { last: number })[] = [];
  for (const [index, value] of vals.entries()) {
    const size = Math.abs(value - center) / spread;
    if (size <= tooFar) continue;
    const open = found.at(-1);
    const until = at[index] as number;
    if (open && index - open.last <= fewest)
      Object.assign(open, { last: index, until, size: Math.max(open.size, size) });
    else
      found.push({
        lo: at[index - 1] ?? null,
        hi: until,
        until,
        kind: value > center ? "high" : "low",
        size,
        last: index,
      });
  }
  return found.map(({ last, ...onset }) => onset);
}

/** Samples that stopped moving for longer than ever else: at least an hour of five minutes, and half as long again. */
function stillness({ at, vals }: Samples): Onset[] {
  const runs = runsOf(vals).sort((a, b) => b.length - a.length);
  const [longest, second] = runs;
  // what never moved before did not stop
  if (!longest?.start || !second || longest.length < fewest || longest.length > vals.length / 2) return [];
  if (longest.length < second.length * 1.5) return [];
  const end = longest.start + longest.length - 1;
  // only when it has been still for longer than ever can anybody know
  const known = Math.min(longest.start + Math.max(second.length, fewest - 1), end);
  const [lo, hi, until] = [at[longest.start] as number, at[known] as number, at[end] as number];
  return [{ lo, hi, until, kind: "still", size: longest.length / second.length }];
}

function runsOf(vals: readonly number[]) {
  const runs: { start: number; length: number }[] = [];
  for (const [index, value] of vals.entries())
    if (index > 0 && vals[index - 1] === value) (runs.at(-1) as { length: number }).length++;
    else runs.push({ start: index, length: 1 });
  return runs;
}

/** Seconds between most samples: the least one does not know about when something began. */
export function usualStep({ at }: Pick<Samples, "at">) {
  const steps = at.slice(1).map((time, index) => (time - (at[index] as number)) / 1_000);
  return steps.length === 0 ? null : quantile(steps, 0.5);
}

export function quantile(vals: readonly number[], share: number) {
  const sorted = [...vals].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}

export function extremes(vals: readonly number[]): [least: number, most: number] {
  return vals.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

/** Within these a series is as always. */
export const onsetLimits = ({ center, spread }: Usual): [low: number, high: number] => [
  center - tooFar * spread,
  center + tooFar * spread,
];
