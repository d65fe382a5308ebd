import { z } from "zod";
import type { EntrySeries } from "@/generated/prisma/client";
import { type SpaceScope, spaceQuery } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { onsetsOf } from "@/lib/onset/rules";
import { type ReplayedSeries, spanOf } from "@/lib/replay/rules";
import { quietOf, samplesOf, timelineOf } from "@/lib/series/queries";
import { extremes, type Samples } from "@/lib/series/rules";

const mostSeries = 4;
/** Of so many, the earliest are looked for; an entry may hold thousands. */
const mostLookedAt = 400;

/** A post-mortem to be played: what happened when, and up to four series, those that people pinned first. Refuses with `not-found`. */
export const viewReplay = spaceQuery({
  atLeast: "reader",
  input: z.strictObject({ entryId: z.uuid() }),
  async run(scope, { entryId }) {
    const { document } = await entryOf(scope, entryId);
    const { zone, times, events, since } = timelineOf(document);
    if (events.length === 0) throw new Refused("not-found");
    const span = spanOf(events);
    const series = await seriesOf(scope, entryId, span);
    const zero = times.find(({ what }) => what === "started")?.at ?? events[0]?.at ?? span[0];
    return { title: document.title, zone, zero, isRelative: since !== null, span, events, series };
  },
});

/** Those that people pinned first, then by when they became unusual. */
async function seriesOf({ tx }: SpaceScope, entryId: string, span: readonly [number, number]) {
  const pins = await tx.firstSignal.findMany({ where: { entryId }, select: { seriesId: true } });
  const pinned = new Set(pins.map(({ seriesId }) => seriesId));
  const where = { entryId, isQuiet: false };
  const rows = await tx.entrySeries.findMany({ where, take: mostLookedAt, orderBy: { name: "asc" } });
  const looked: { row: EntrySeries; samples: Samples; first: number }[] = [];
  for (const row of rows) {
    const samples = samplesOf(row);
    const first = pinned.has(row.id) ? 0 : (onsetsOf(samples, await quietOf(tx, row))[0]?.hi ?? Number.MAX_VALUE);
    looked.push({ row, samples, first });
  }
  return looked
    .sort((a, b) => a.first - b.first)
    .slice(0, mostSeries)
    .map(({ row: { id, name, unit }, samples }) => ({ id, name, unit, ...drawn(samples, span) }))
    .filter(({ points }) => points.length > 1);
}

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
