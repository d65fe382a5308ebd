import {
  type DurationName,
  durationsOf,
  instantOf,
  type SupportHours,
  supportMinutes,
  type Times,
} from "@/lib/duration/rules";
import { type Moment, moments, type PostmortemDocument } from "@/lib/postmortem/input";
import type { Stated } from "@/lib/stated/rules";

/** How a wrong time may have come about. */
export type Slip = "year" | "month" | "day" | "halves";

/** Two things that cannot both be so; told, never forbidden. A note has an explanation that is no mistake. */
export type Contradiction = { weight: "warning" | "note" } & (
  | { kind: "order"; earlier: Moment; later: Moment; slip: Slip | null }
  | { kind: "stated"; name: DurationName; stated: number; derived: number; hours: boolean }
  | { kind: "event-order"; id: string; after: string; slip: Slip | null }
  | { kind: "event-end"; id: string }
);

type Told = Pick<PostmortemDocument, "times" | "timeline" | "supportHours" | "zone">;

/** All that a post-mortem says against itself: about its times, the durations it states, and its timeline. */
export function contradictionsOf(document: Told, stated: readonly Stated[] = []): Contradiction[] {
  return [...ofOrder(document.times), ...ofStated(document, stated), ...ofTimeline(document.timeline)];
}

function ofOrder(times: Times): Contradiction[] {
  const known = moments.flatMap((moment) => {
    const at = instantOf(times[moment]);
    // the public may be told at any time after it is known
    return at === null || moment === "notified-public"
      ? []
      : [{ moment, at, whole: times[moment]?.precision === "day" }];
  });
  return known.slice(1).flatMap((later, position): Contradiction[] => {
    const earlier = known[position];
    if (!earlier || !comesBefore(later, earlier)) return [];
    const slip = slipBetween(earlier.at, later.at);
    // somebody may well declare what is already repaired
    const weight = earlier.moment === "declared" && slip !== "year" ? "note" : "warning";
    return [{ kind: "order", weight, earlier: earlier.moment, later: later.moment, slip }];
  });
}

type Known = { at: number; whole: boolean };
const day = 86_400_000;

// of a day without an hour nobody knows more than that it ended
const comesBefore = (one: Known, other: Known) => one.at + (one.whole ? day - 1 : 0) < other.at;

/** Which single slip of a pen would put `later` behind `earlier` again, and close to it. */
export function slipBetween(earlier: number, later: number): Slip | null {
  const back = (earlier - later) / day;
  if (back <= 0) return null;
  if (back > 180 && back < 400) return "year";
  if (back > 24 && back < 32) return "month";
  if (back <= 0.5) return later + 0.5 * day - earlier < 0.25 * day ? "halves" : null;
  return back < 1 ? "day" : null;
}

function ofStated(document: Told, stated: readonly Stated[]): Contradiction[] {
  const derived = durationsOf(document);
  return stated.flatMap((claim): Contradiction[] => {
    const found = derived.find((one) => one.name === claim.name);
    if (!found || Math.abs(found.minutes - claim.minutes) <= found.slackMinutes) return [];
    const { name, minutes } = claim;
    const hours = claim.hours ?? document.supportHours;
    const explained = hours !== null && inHours(document, found, hours) === minutes;
    const weight = explained ? "note" : "warning";
    return [{ kind: "stated", weight, name, stated: minutes, derived: found.minutes, hours: explained }];
  });
}

function inHours({ times, zone }: Told, { from, to }: { from: Moment; to: Moment }, hours: SupportHours) {
  const [start, end] = [instantOf(times[from]), instantOf(times[to])];
  return start === null || end === null ? null : supportMinutes(start, end, hours, zone ?? "UTC");
}

function ofTimeline(timeline: Told["timeline"]): Contradiction[] {
  const known = timeline.flatMap(({ id, at, until }) => {
    const instant = instantOf(at);
    return instant === null ? [] : [{ id, at: instant, whole: at.precision === "day", end: instantOf(until) }];
  });
  return known.flatMap((one, position): Contradiction[] => {
    const before = known[position - 1];
    const ends: Contradiction[] =
      one.end !== null && one.end < one.at ? [{ kind: "event-end", weight: "warning", id: one.id }] : [];
    if (!before || !comesBefore(one, before)) return ends;
    const slip = slipBetween(before.at, one.at);
    return [...ends, { kind: "event-order", weight: "warning", id: one.id, after: before.id, slip }];
  });
}
