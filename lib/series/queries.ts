import type { EntrySeries } from "@/generated/prisma/client";
import type { Tx } from "@/lib/db/client";
import { type SpaceScope, spaceQuery } from "@/lib/db/enter-space";
import type { EntryDocument } from "@/lib/entry/input";
import { entryOf } from "@/lib/entry/save";
import { type Onset, onsetsOf } from "@/lib/onset/rules";
import { zeroOf } from "@/lib/postmortem/rules";
import { countedFrom } from "@/lib/relative/rules";
import { viewSeriesInput } from "@/lib/series/input";
import { type Samples, usualStep } from "@/lib/series/rules";
import { namesIn } from "@/lib/space/names";
import { type Usual, usualOf } from "@/lib/usual/rules";

/** What a list says of a series, and where it became unusual. */
export type ListedSeries = {
  id: string;
  name: string;
  unit: string;
  sourceName: string;
  isQuiet: boolean;
  samples: number;
  /** Seconds between most of them. */
  stepS: number | null;
  onsets: Onset[];
};
export type DrawnSeries = ListedSeries & Samples & { usual: Usual | null };
export type PinnedSignal = { seriesId: string; name: string | null; isMine: boolean; lo: Date; hi: Date; note: string };

const mostDrawn = 6;

/** The series of an entry, those to be drawn with their samples, its timeline, and which signals people pinned as first. */
export const viewSeries = spaceQuery({
  atLeast: "reader",
  input: viewSeriesInput,
  async run(scope, { entryId, show, named }) {
    const { tx, reader } = scope;
    const { document } = await entryOf(scope, entryId);
    const rows = await tx.entrySeries.findMany({ where: { entryId }, orderBy: [{ name: "asc" }, { id: "asc" }] });
    const quiet = new Map(rows.filter(({ isQuiet }) => isQuiet).map((row) => [row.name, samplesOf(row)]));
    const all = rows.map((row) => seen(row, row.isQuiet ? undefined : quiet.get(row.name)));
    const listed = all.filter((one) => one.name.toLowerCase().includes(named.toLowerCase()));
    const signals = await pinned(scope, entryId);
    const wanted = show.length > 0 ? show : [...signals.map(({ seriesId }) => seriesId), ...earliest(listed)];
    return {
      title: document.title,
      timeline: timelineOf(document, rows.map(begunAt)),
      listed: listed.map(({ at, vals, usual, ...one }): ListedSeries => one),
      drawn: all.filter(({ id }) => [...new Set(wanted)].slice(0, Math.max(mostDrawn, show.length)).includes(id)),
      sources: sourcesOf(rows),
      signals,
      mayWrite: reader.role !== "reader",
    };
  },
});

/** By when they became unusual, not by how much: neither says what was at fault. */
const earliest = (all: DrawnSeries[]) =>
  all
    .filter(({ isQuiet }) => !isQuiet)
    .sort((a, b) => (a.onsets[0]?.hi ?? Number.MAX_VALUE) - (b.onsets[0]?.hi ?? Number.MAX_VALUE))
    .map(({ id }) => id);

type Kept = Omit<EntrySeries, "spaceId" | "entryId" | "sha256" | "addedAt" | "addedById">;

/** A series with what is usual for it and where it left that. */
export function seen(row: Kept, quiet?: Samples): DrawnSeries {
  const samples = samplesOf(row);
  const { id, name, unit, sourceName, isQuiet } = row;
  const onsets = isQuiet ? [] : onsetsOf(samples, quiet);
  const usual = usualOf(samples, quiet);
  return {
    id,
    name,
    unit,
    sourceName,
    isQuiet,
    samples: row.vals.length,
    stepS: usualStep(samples),
    onsets,
    ...samples,
    usual,
  };
}

export function samplesOf({
  t0,
  stepS,
  offsets,
  vals,
}: Pick<EntrySeries, "t0" | "stepS" | "offsets" | "vals">): Samples {
  const begun = t0.getTime();
  const at =
    stepS === null ? offsets.map((s) => begun + s * 1_000) : vals.map((_, place) => begun + place * stepS * 1_000);
  return { at, vals };
}

/** When a series begins, in ms since 1970. */
export const begunAt = ({ t0 }: Pick<EntrySeries, "t0">) => t0.getTime();

/** The same as it was measured in a quiet time, if somebody brought it. */
export async function quietOf(tx: Tx, { entryId, name, isQuiet }: EntrySeries) {
  if (isQuiet) return undefined;
  const row = await tx.entrySeries.findFirst({ where: { entryId, name, isQuiet: true }, orderBy: { id: "asc" } });
  return row ? samplesOf(row) : undefined;
}

async function pinned(scope: SpaceScope, entryId: string): Promise<PinnedSignal[]> {
  const { tx, reader } = scope;
  const rows = await tx.firstSignal.findMany({ where: { entryId }, orderBy: { at: "asc" } });
  const names = await namesIn(
    scope,
    rows.map(({ userId }) => userId),
  );
  return rows.map(({ seriesId, userId, lo, hi, note }) => {
    return { seriesId, name: names.get(userId) || null, isMine: userId === reader.userId, lo, hi, note };
  });
}

function sourcesOf(rows: EntrySeries[]) {
  const sources = Map.groupBy(rows, ({ sourceName }) => sourceName);
  return [...sources].map(([name, of]) => ({ name, series: of.length, isQuiet: of.every(({ isQuiet }) => isQuiet) }));
}

/**
 * What of a document stands on the time axis; a recipe has nothing there. `begun`: when its series begin. `since`: where times
 * only count from the beginning, that; no clock and no date of them says anything then.
 */
export function timelineOf(document: EntryDocument, begun: readonly number[] = []) {
  if (document.kind !== "postmortem")
    return { zone: "UTC", times: [], events: [], since: countedFrom(null, null, begun) };
  const times = Object.entries(document.times).flatMap(([what, { at }]) => (at ? [{ what, at: Date.parse(at) }] : []));
  const events = document.timeline.flatMap(({ id, at, marker, text, who }) =>
    at.at ? [{ id, at: Date.parse(at.at), marker, text, who }] : [],
  );
  const since = countedFrom(document.zone ?? null, zeroOf(document), begun);
  return { zone: document.zone ?? "UTC", times, events: events.sort((a, b) => a.at - b.at), since };
}
export type TimelineMarks = ReturnType<typeof timelineOf>;
