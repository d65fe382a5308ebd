import { Refused } from "@/lib/errors";

export const keeps = ["nothing", "outcomes", "all"] as const;
export type Keeps = (typeof keeps)[number];

/** What is to be purged may be read until its last day is over. Days as YYYY-MM-DD. Refuses with `purge-too-early`. */
export function checkPurgeDay(purgeOn: string, endsOn: string) {
  if (purgeOn <= endsOn) throw new Refused("purge-too-early", { purgeOn: ["purge-too-early"] });
}

/** Whole days from one day to another. */
export function daysUntil(day: string, today: string) {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}
