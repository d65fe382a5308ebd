import type { SpaceScope } from "@/lib/db/enter-space";
import type { EntryDocument } from "@/lib/entry/input";
import { chartsOf } from "@/lib/publication/queries";
import { timelineOf } from "@/lib/series/queries";

type Said = { name: string; unit: string; isQuiet: boolean; t0: string; sha256: string };
type Asked = { entryId: string; version: string; document: EntryDocument; beside: unknown; seriesIds: string[] };

/**
 * The series of a copy that was asked for, as they will be public: under the names and from the moments that are signed, and
 * only those whose numbers are still what was signed, as the release does it. `changed`: the names of the others.
 */
export async function chartsToCome({ tx, space }: SpaceScope, asked: Asked) {
  const { entryId, version, document, seriesIds: ids } = asked;
  const said = (asked.beside as { series?: Said[] }).series ?? [];
  if (said.length === 0) return { series: [], timeline: timelineOf(document), changed: [] };
  const digests = await tx.$queryRaw<{ id: string; sha256: string }[]>`
    select id, lib_priv.digest_of_samples(step_s, offsets, vals) as sha256 from lib_priv.entry_series
     where space_id = ${space.id}::int and entry_id = ${entryId}::uuid and id = any(${ids}::uuid[])`;
  const signed = new Map(digests.map(({ id, sha256 }) => [id, sha256]));
  const kept = await tx.entrySeries.findMany({ where: { spaceId: space.id, entryId, id: { in: ids } } });
  const rows = said.flatMap(({ name, unit, isQuiet, t0, sha256 }, at) => {
    const row = kept.find(({ id }) => id === ids[at] && signed.get(id) === sha256);
    if (!row) return [];
    const { stepS, offsets, vals } = row;
    return [{ entryId, version, no: at + 1, name, unit, isQuiet, t0: new Date(t0), stepS, offsets, vals }];
  });
  const numbers = new Set(rows.map(({ no }) => no));
  const changed = said.filter((_, at) => !numbers.has(at + 1)).map(({ name }) => name);
  const { series, timeline } = chartsOf({ series: rows }, document);
  return { series, timeline, changed };
}
