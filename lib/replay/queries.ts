import { z } from "zod";
import type { EntrySeries } from "@/generated/prisma/client";
import { type SpaceScope, spaceQuery } from "@/lib/db/enter-space";
import { query, type Scope } from "@/lib/db/perform";
import { entryDocument } from "@/lib/entry/input";
import { entryOf } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
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

type OnWall = { startedAt: Date; slug: string | null; document: unknown };

/**
 * What is played on the wall, for nobody but a projector that has the wall's key: a post-mortem of the event's own space, or
 * the address of something published. Null: the board. Refuses with `not-found` whoever comes without the key.
 */
export const viewWallReplay = query({
  atLeast: "visitor",
  input: z.undefined(),
  async run({ tx, isWall }) {
    if (!isWall) throw new Refused("not-found");
    const [found] = await tx.$queryRaw<OnWall[]>`
      select started_at as "startedAt", public_slug as slug, document from replay_on_wall()`;
    if (!found) return null;
    const { startedAt, slug, document } = found;
    if (slug !== null) return { startedAt, slug, reel: null };
    return { startedAt, slug, reel: reelOf(entryDocument.parse(document), await candidatesOnWall(tx)) };
  },
});

type WallSeries = Pick<EntrySeries, "id" | "name" | "unit" | "isQuiet" | "t0" | "stepS" | "offsets" | "vals"> & {
  pinned: boolean;
};

async function candidatesOnWall(tx: Scope["tx"]) {
  const rows = await tx.$queryRaw<WallSeries[]>`
    select id, name, unit, is_quiet as "isQuiet", t0, step_s as "stepS", offsets, vals, pinned from series_on_wall()`;
  const quiet = new Map(rows.filter(({ isQuiet }) => isQuiet).map((row) => [row.name, samplesOf(row)]));
  const own = rows.filter(({ isQuiet }) => !isQuiet);
  return own.map((row): Candidate => {
    const samples = samplesOf(row);
    const first = row.pinned ? 0 : (onsetsOf(samples, quiet.get(row.name))[0]?.hi ?? Number.MAX_VALUE);
    return { id: row.id, name: row.name, unit: row.unit, ...samples, first };
  });
}

/** For who runs the event: what of its space could be played on the wall, and what is. */
export const viewWallChoices = query({
  atLeast: "facilitator",
  input: z.undefined(),
  async run({ tx, member }) {
    const choices = await tx.$queryRaw<{ id: string; title: string }[]>`
      select id, title from postmortems_for_wall(${member.id}::uuid)`;
    const [shown] = await tx.$queryRaw<OnWall[]>`select public_slug as slug, document from replay_on_wall()`;
    const title = shown && (shown.slug ?? entryDocument.parse(shown.document).title);
    return { choices, shown: title ?? null };
  },
});
