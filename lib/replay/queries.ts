import { z } from "zod";
import { type SpaceScope, spaceQuery } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { onsetsOf } from "@/lib/onset/rules";
import type { Shown } from "@/lib/publication/queries";
import { type Candidate, reelOf } from "@/lib/replay/reel";
import { quietOf, samplesOf } from "@/lib/series/queries";

/** Of so many, the earliest are looked for; an entry may hold thousands. */
const mostLookedAt = 400;

/** A post-mortem to be played, with the series that people pinned first. Refuses with `not-found`. */
export const viewReplay = spaceQuery({
  atLeast: "reader",
  input: z.strictObject({ entryId: z.uuid() }),
  async run(scope, { entryId }) {
    const { document } = await entryOf(scope, entryId);
    return reelOf(document, await candidatesOf(scope, entryId));
  },
});

/** Those that people pinned first, then by when they became unusual. */
async function candidatesOf({ tx }: SpaceScope, entryId: string) {
  const pins = await tx.firstSignal.findMany({ where: { entryId }, select: { seriesId: true } });
  const pinned = new Set(pins.map(({ seriesId }) => seriesId));
  const where = { entryId, isQuiet: false };
  const rows = await tx.entrySeries.findMany({ where, take: mostLookedAt, orderBy: { name: "asc" } });
  const looked: Candidate[] = [];
  for (const row of rows) {
    const samples = samplesOf(row);
    const first = pinned.has(row.id) ? 0 : (onsetsOf(samples, await quietOf(tx, row))[0]?.hi ?? Number.MAX_VALUE);
    looked.push({ id: row.id, name: row.name, unit: row.unit, ...samples, first });
  }
  return looked;
}

/** The same of something published, as it was published. Refuses with `not-found` where nothing of it has a time. */
export function publishedReplay({ document, series }: Pick<Shown, "document" | "series">) {
  const shown = series.filter(({ isQuiet }) => !isQuiet);
  return reelOf(
    document,
    shown.map(({ id, name, unit, at, vals, onsets }) => {
      return { id, name, unit, at, vals, first: onsets[0]?.hi ?? Number.MAX_VALUE };
    }),
  );
}
