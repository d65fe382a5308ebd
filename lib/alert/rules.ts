import type { Samples } from "@/lib/series/rules";

export const comparisons = [">", ">=", "<", "<=", "==", "!="] as const;
export type Comparison = (typeof comparisons)[number];

/** When somebody would have been told: the value stands so for so long. */
export type Threshold = { comparison: Comparison; value: number; forS: number };

/** It would have fired after `lo` and not after `hi`: between two samples nobody knows when the value went over. */
export type Firing = { lo: number; hi: number; until: number };

const meets: Record<Comparison, (value: number, threshold: number) => boolean> = {
  ">": (value, threshold) => value > threshold,
  ">=": (value, threshold) => value >= threshold,
  "<": (value, threshold) => value < threshold,
  "<=": (value, threshold) => value <= threshold,
  "==": (value, threshold) => value === threshold,
  "!=": (value, threshold) => value !== threshold,
};

/** Prometheus looks back five minutes for a sample; series that are measured less often stand for two and a half steps. */
const staleMs = 300_000;

/**
 * When an alert on this series would have fired, each time: as soon as the value stood beyond its threshold for `forS`
 * seconds without a sample that says otherwise, and without a hole longer than an alert looks back.
 */
export function firings({ at, vals }: Samples, { comparison, value, forS }: Threshold): Firing[] {
  const lookBack = Math.max(staleMs, 2.5 * stepOf(at));
  const runs: { before: number; from: number; until: number }[] = [];
  let open: (typeof runs)[number] | null = null;
  for (const [index, time] of at.entries()) {
    const before = at[index - 1] ?? time;
    if (open && time - before > lookBack) open = null;
    if (!meets[comparison](vals[index] as number, value)) open = null;
    else if (open) open.until = time;
    else {
      open = { before: time - before > lookBack ? time : before, from: time, until: time };
      runs.push(open);
    }
  }
  const heldMs = forS * 1_000;
  return runs
    .filter(({ from, until }) => until - from >= heldMs)
    .map(({ before, from, until }) => ({ lo: before + heldMs, hi: from + heldMs, until }));
}

function stepOf(at: readonly number[]) {
  const steps = at.slice(1).map((time, index) => time - (at[index] as number));
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
}
