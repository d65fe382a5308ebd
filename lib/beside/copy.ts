import { keepSeries } from "@/lib/beside/keep";
import type { SpaceScope } from "@/lib/db/enter-space";
import { samplesOf } from "@/lib/series/queries";

/** Gives a fork inside a space the pictures and series of what it came from. */
export async function copyOwnBeside({ tx, space, reader }: SpaceScope, from: string, to: string) {
  await tx.$executeRaw`
    insert into lib_priv.attachment (space_id, entry_id, mime, bytes, alt, added_by_id)
    select space_id, ${to}::uuid, mime, bytes, alt, ${reader.userId}::uuid
      from lib_priv.attachment where space_id = ${space.id}::int and entry_id = ${from}::uuid`;
  await tx.$executeRaw`
    insert into lib_priv.entry_series
      (space_id, entry_id, name, unit, is_quiet, t0, step_s, offsets, vals, source_name, sha256, added_by_id)
    select space_id, ${to}::uuid, name, unit, is_quiet, t0, step_s, offsets, vals, source_name, sha256, ${reader.userId}::uuid
      from lib_priv.entry_series where space_id = ${space.id}::int and entry_id = ${from}::uuid`;
}

/** Gives a fork of something published what that version shows, as it was sanitised and signed: nothing else of it. */
export async function copyPublicBeside(scope: SpaceScope, from: { entryId: string; version: string }, to: string) {
  const { tx, space, reader } = scope;
  const { entryId, version } = from;
  await tx.$executeRaw`
    insert into lib_priv.attachment (space_id, entry_id, mime, bytes, alt, added_by_id)
    select ${space.id}::int, ${to}::uuid, mime, bytes, alt, ${reader.userId}::uuid
      from lib_pub.pub_attachment where entry_id = ${entryId}::uuid and version = ${version}`;
  const rows = await tx.publicSeries.findMany({ where: { entryId, version }, orderBy: { no: "asc" } });
  const series = rows.map(({ name, unit, isQuiet, ...row }) => {
    return { name, unit, isQuiet, sourceName: "", ...samplesOf(row) };
  });
  await keepSeries(scope, to, series);
}
