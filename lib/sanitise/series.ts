import type { SpaceScope } from "@/lib/db/enter-space";
import type { EntryDocument } from "@/lib/entry/input";
import { firstDay } from "@/lib/relative/rules";
import { shiftOf } from "@/lib/sanitise/relative";

export type SeriesName = { name: string; unit: string };
export type OwnSeries = SeriesName & { id: string; isQuiet: boolean; t0: Date };
type WithSeries = EntryDocument & { series?: SeriesName[] };

const [mostOfEntry, mostSamples] = [24, 20_000];

/** The series of an entry that can go out with it: the first by name, without such as no page can draw. */
export const seriesOf = ({ tx, space }: SpaceScope, entryId: string) => tx.$queryRaw<OwnSeries[]>`
  select id, name, unit, is_quiet as "isQuiet", t0 from lib_priv.entry_series
   where space_id = ${space.id}::int and entry_id = ${entryId}::uuid and cardinality(vals) <= ${mostSamples}::int
   order by name, id limit ${mostOfEntry}::int`;

/** A document with the names of its series among its texts, so that whatever reads or changes those does so with them. */
export function withSeries(document: EntryDocument, own: readonly OwnSeries[]): WithSeries {
  if (own.length === 0) return document;
  return { ...document, series: own.map(({ name, unit }) => ({ name, unit })) };
}

/** The document without them, and they. */
export function apart(whole: WithSeries) {
  const { series = [], ...copy } = whole;
  return { copy: copy as EntryDocument, names: series };
}

/** When a series begins in the copy: as it was, or on the calendar that begins with the incident. */
export function beginning(document: EntryDocument, own: readonly OwnSeries[], isRelative: boolean) {
  const first = Math.min(...own.map(({ t0 }) => t0.getTime()));
  const shift = isRelative ? (shiftOf(document) ?? firstDay - first) : 0;
  return ({ t0 }: OwnSeries) => new Date(t0.getTime() + shift).toISOString();
}
