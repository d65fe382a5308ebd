/** Numbers over time: ms since 1970, ascending, and what was measured then. */
export type Samples = { at: readonly number[]; vals: readonly number[] };

const fewest = 12;
/** Expected range of 2 … 11 samples of a normal distribution, in standard deviations. */
const rangeOf = [1, 1, 1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.97, 3.078, 3.173];

/** How far most samples lie around the middle, as a standard deviation would say; of a few, by how far they lie apart. */
export function spreadOf(vals: readonly number[]) {
  const [least, most] = extremes(vals);
  if (vals.length < fewest) return (most - least) / (rangeOf[vals.length] ?? 3.2);
  return (quantile(vals, 0.75) - quantile(vals, 0.25)) / 1.349 || (quantile(vals, 0.95) - quantile(vals, 0.05)) / 3.29;
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
