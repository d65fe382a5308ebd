import type { Onset } from "@/lib/onset/rules";
import type { Samples } from "@/lib/series/rules";

const fewest = 12;

/** Samples that stopped moving for longer than ever else: at least an hour of five minutes, and half as long again. */
export function stillness({ at, vals }: Samples): Onset[] {
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
