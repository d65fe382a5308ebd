import type { Parameters as Settings } from "fast-check";

/**
 * How often a property is tried: `runs` times, TWOFEET_RUNS times as often when asked. The seed is printed, and
 * TWOFEET_SEED has the same run again.
 */
export function tried<T>(name: string, runs: number): Settings<T> {
  const seed = Number(process.env.TWOFEET_SEED ?? Math.floor(Math.random() * 2 ** 31));
  const numRuns = Math.ceil(runs * Number(process.env.TWOFEET_RUNS ?? 1));
  console.log(`${name}: ${numRuns} runs, TWOFEET_SEED=${seed}`);
  return { numRuns, seed };
}
