import type { EntryDocument } from "@/lib/entry/input";
import { Refused } from "@/lib/errors";
import { type ReplayedEvent, type ReplayedSeries, spanOf } from "@/lib/replay/rules";
import { timelineOf } from "@/lib/series/queries";
import { extremes, type Samples } from "@/lib/series/rules";

/** A series that could be played along. `first`: when it became unusual; the earliest are taken. */
export type Candidate = Samples & { id: string; name: string; unit: string; first: number };

const mostSeries = 4;

/** A post-mortem to be played: what happened when, and up to four series. Refuses with `not-found` where nothing has a time. */
export function reelOf(document: EntryDocument, candidates: readonly Candidate[]) {
  const { zone, times, events, since } = timelineOf(document);
  const [first] = events;
  if (!first) throw new Refused("not-found");
  const span = spanOf(events);
  const series = candidates
    .toSorted((a, b) => a.first - b.first)
    .slice(0, mostSeries)
    .map(({ id, name, unit, ...samples }): ReplayedSeries => ({ id, name, unit, ...drawn(samples, span) }))
    .filter(({ points }) => points.length > 1);
  const zero = times.find(({ what }) => what === "started")?.at ?? first.at;
  const told: ReplayedEvent[] = events;
  return { title: document.title, zone, zero, isRelative: since !== null, span, events: told, series };
}
export type Reel = ReturnType<typeof reelOf>;

const most = 600;

/** What lies in the span, in thousandths across and hundredths down; of many samples every so manieth, and each peak. */
function drawn(
  { at, vals }: Samples,
  [from, to]: readonly [number, number],
): Omit<ReplayedSeries, "id" | "name" | "unit"> {
  const inside = at.flatMap((time, place) =>
    time >= from && time <= to ? [[time, vals[place] as number] as const] : [],
  );
  const [low, high] = inside.length > 0 ? extremes(inside.map(([, value]) => value)) : [0, 0];
  const every = Math.ceil(inside.length / most);
  const kept = inside.filter(([, value], place) => place % every === 0 || value === low || value === high);
  const across = (time: number) => Math.round(((time - from) / (to - from)) * 10_000) / 10;
  const down = (value: number) => Math.round((high === low ? 0.5 : 1 - (value - low) / (high - low)) * 1_000) / 10;
  return { low, high, points: kept.map(([time, value]) => [across(time), down(value)]) };
}
