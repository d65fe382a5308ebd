import type { SpaceScope } from "@/lib/db/enter-space";
import { Refused } from "@/lib/errors";
import { type Picture, sha256Of } from "@/lib/picture/clean";
import { mostSeries } from "@/lib/series/input";
import { type Named, stored } from "@/lib/series/stored";

const mostPictures = 200;

type Kept = Picture & { alt: string };
type Measured = Named & { sourceName: string; isQuiet: boolean };

/** Keeps cleaned pictures with an entry of this space, each once. Answers their sha256. Refuses with `too-many-pictures`. */
export async function keepPictures(scope: SpaceScope, entryId: string, pictures: readonly Kept[]) {
  const { tx, space, reader, oneAtATime } = scope;
  const own = { spaceId: space.id, entryId };
  await oneAtATime(`pictures ${entryId}`);
  const rows = await tx.attachment.findMany({ where: own, select: { sha256: true } });
  const held = new Set(rows.map(({ sha256 }) => sha256));
  const named = pictures.map((one) => ({ ...one, sha256: sha256Of(one.bytes) }));
  const fresh = named.filter(({ sha256 }) => !held.has(sha256));
  if (held.size + fresh.length > mostPictures) throw new Refused("too-many-pictures");
  const data = fresh.map(({ mime, bytes, alt }) => ({ ...own, mime, bytes, alt, addedById: reader.userId }));
  await tx.attachment.createMany({ data, skipDuplicates: true });
  return named.map(({ sha256 }) => sha256);
}

/** Keeps series with an entry of this space, each once; answers how many were new. Refuses with `series-too-much`. */
export async function keepSeries(scope: SpaceScope, entryId: string, series: readonly Measured[]) {
  const { tx, space, reader } = scope;
  const held = await tx.entrySeries.count({ where: { entryId } });
  const isTooMuch = series.some(({ at }) => at.length > mostSeries.samples);
  if (isTooMuch || held + series.length > mostSeries.ofEntry)
    throw new Refused("series-too-much", {}, { most: mostSeries.ofEntry });
  const key = { spaceId: space.id, entryId, addedById: reader.userId };
  const data = series.map(({ sourceName, isQuiet, ...one }) => ({ ...key, sourceName, isQuiet, ...stored(one) }));
  return (await tx.entrySeries.createMany({ data, skipDuplicates: true })).count;
}
