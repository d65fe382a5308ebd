import { quantile, type Samples, spreadOf } from "@/lib/series/rules";

const hourMs = 3_600_000;
const fewestDays = 6;
/** Below this share of its own spread, what is left of a series without the hours of the day is what counts. */
const worth = 0.7;

/**
 * What each hour of the day usually adds to a series or takes from it, in UTC; null where days are too few to know, or where
 * the hour says little about what is measured.
 */
export function rhythmOf(series: Samples): number[] | null {
  const { at, vals } = series;
  if ((at.at(-1) ?? 0) - (at[0] ?? 0) < fewestDays * 24 * hourMs) return null;
  const middle = quantile(vals, 0.5);
  const hours = Map.groupBy(vals.keys(), (place) => hourOf(at[place] as number));
  const byHour = Array.from({ length: 24 }, (_, hour) => {
    const measured = hours.get(hour)?.map((place) => vals[place] as number);
    return measured ? quantile(measured, 0.5) - middle : 0;
  });
  return spreadOf(without(byHour, series)) < worth * spreadOf(vals) ? byHour : null;
}

/** The series as if every hour were alike. */
export const without = (byHour: readonly number[] | null, { at, vals }: Samples): readonly number[] =>
  byHour ? vals.map((value, place) => value - addedAt(byHour, at[place] as number)) : vals;

export const addedAt = (byHour: readonly number[] | null, at: number) => byHour?.[hourOf(at)] ?? 0;

const hourOf = (at: number) => Math.floor(at / hourMs) % 24;
