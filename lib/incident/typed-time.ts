import { DateTime } from "luxon";
import { typedOf } from "@/lib/incident/rules";
import { carry, settle } from "@/lib/interop/postmortem/settle";
import { stampAt } from "@/lib/interop/postmortem/stamp";
import { zoneNamed } from "@/lib/interop/postmortem/zone";
import type { FuzzyTime } from "@/lib/postmortem/input";

/** What somebody types as a zone: `CET`, `UTC+2`, `Europe/Brussels`; null for nothing and for what is none. */
export const typedZone = (text: string) => zoneNamed(text) ?? zoneNamed(text.replaceAll(" ", "_"));

/**
 * Reads a time that was typed. What was not touched stays as it was, with the words it was first written in; what nobody
 * can read is kept as words.
 */
export function typedTime(text: string, before: FuzzyTime | null | undefined, zone: string | null, day: string | null) {
  const typed = text.trim();
  if (before && typed === typedOf(before, zone)) return before;
  if (typed === "") return null;
  const here = zone ?? "UTC";
  const stamp = stampAt(typed);
  const on = day === null ? null : DateTime.fromISO(day, { zone: here });
  if (!stamp) return { at: null, precision: "unknown", bound: "exact", text: typed } satisfies FuzzyTime;
  return { ...settle(stamp, carry(here, on?.isValid ? on : null)).at, text: typed };
}

/** The day that holds for times typed without one: that of the first that has one. */
export const firstDay = (times: readonly (FuzzyTime | null | undefined)[]) =>
  times.find((time) => time?.at)?.at?.slice(0, 10) ?? null;
