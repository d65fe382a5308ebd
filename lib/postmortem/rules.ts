import type { z } from "zod";
import { instantOf } from "@/lib/duration/rules";
import type { actionItem, evidence, FuzzyTime, PostmortemDocument, timelineEvent } from "@/lib/postmortem/input";

export type TimelineEvent = z.output<typeof timelineEvent>;
export type Evidence = z.output<typeof evidence>;
export type ActionItem = z.output<typeof actionItem>;

/** The timeline in the order of its times; what has none stays behind what it was written after. */
export function inOrder(timeline: readonly TimelineEvent[]): TimelineEvent[] {
  let last = Number.NEGATIVE_INFINITY;
  const placed = timeline.map((event, position) => {
    last = instantOf(event.at) ?? last;
    return { event, position, at: last };
  });
  return placed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at) || a.position - b.position).map(({ event }) => event);
}

/** The instant from which everything else is counted: the start, else the first that is known. */
export function zeroOf({ times, timeline }: Pick<PostmortemDocument, "times" | "timeline">): number | null {
  const known = [times.started, times.detected, ...timeline.map(({ at }) => at)].map(instantOf);
  return instantOf(times.started) ?? instantOf(times.detected) ?? known.find((at) => at !== null) ?? null;
}

/** Minutes since then; null where either is not known to the minute. */
export const minutesSince = (zero: number | null, time: FuzzyTime | undefined) =>
  zero === null || !time?.at || !["second", "minute"].includes(time.precision)
    ? null
    : Math.round((Date.parse(time.at) - zero) / 60_000);

export type ActionAge = { standing: "over" | "overdue" | "due" | "undated"; days: number };

/** How an action stands on a day (ISO): over, or so many days past its day or before it. */
export function ageOf({ status, dueOn }: Pick<ActionItem, "status" | "dueOn">, today: string): ActionAge {
  if (status === "done" || status === "dropped") return { standing: "over", days: 0 };
  if (!dueOn) return { standing: "undated", days: 0 };
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
  return days < 0 ? { standing: "overdue", days: -days } : { standing: "due", days };
}

/** An id that no row has yet. */
export function freshKey(taken: readonly { id: string }[], prefix: string) {
  const known = new Set(taken.map(({ id }) => id));
  let number = 1;
  while (known.has(`${prefix}${number}`)) number++;
  return `${prefix}${number}`;
}

/** A link that a form of the timeline shows; what else is there as evidence stays as it is. */
export const isWebLink = ({ kind, ref }: { kind: string; ref: string }) =>
  kind === "link" && /^https?:\/\/\S+$/.test(ref);
