import type { SpaceScope } from "@/lib/db/enter-space";
import { type Beside, nothingBeside } from "@/lib/interop/beside/pack";
import { samplesOf } from "@/lib/series/queries";

/** What one file may carry beside its texts: bytes of pictures, and samples of all series. */
const most = { bytes: 40_000_000, samples: 1_000_000 };

type Size = { id: string; no: string; size: number };

/** What lies beside entries of this space, in their order, as far as one file may hold it; what does not fit is counted. */
export async function besideOf(scope: SpaceScope, ids: readonly string[]): Promise<Map<string, Beside>> {
  const { tx, space } = scope;
  const pictures = fitting(
    await tx.$queryRaw<Size[]>`
      select entry_id as id, sha256 as no, octet_length(bytes) as size from lib_priv.attachment
       where space_id = ${space.id}::int and entry_id = any(${ids}::uuid[])
       order by array_position(${ids}::uuid[], entry_id), sha256`,
    most.bytes,
  );
  const series = fitting(
    await tx.$queryRaw<Size[]>`
      select entry_id as id, id::text as no, cardinality(vals) as size from lib_priv.entry_series
       where space_id = ${space.id}::int and entry_id = any(${ids}::uuid[])
       order by array_position(${ids}::uuid[], entry_id), name, id`,
    most.samples,
  );
  const all = new Map<string, Beside>();
  for (const id of new Set([...pictures.keys(), ...series.keys()]))
    all.set(id, await read(scope, id, pictures.get(id), series.get(id)));
  return all;
}

/** What of one entry is there. */
export const besideOne = async (scope: SpaceScope, id: string) =>
  (await besideOf(scope, [id])).get(id) ?? nothingBeside;

type Fitting = { taken: string[]; left: number };

function fitting(sizes: readonly Size[], budget: number) {
  const all = new Map<string, Fitting>();
  let used = 0;
  for (const { id, no, size } of sizes) {
    const of = all.get(id) ?? { taken: [], left: 0 };
    all.set(id, of);
    if (used + size > budget) of.left++;
    else {
      used += size;
      of.taken.push(no);
    }
  }
  return all;
}

const none: Fitting = { taken: [], left: 0 };

async function read({ tx, space }: SpaceScope, entryId: string, pictures = none, series = none): Promise<Beside> {
  const own = { spaceId: space.id, entryId };
  const shown = await tx.attachment.findMany({
    where: { ...own, sha256: { in: pictures.taken } },
    select: { sha256: true, mime: true, alt: true, bytes: true },
    orderBy: { sha256: "asc" },
  });
  const rows = await tx.entrySeries.findMany({
    where: { ...own, id: { in: series.taken } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const measured = rows.map(({ name, unit, sourceName, isQuiet, ...row }) => {
    return { name, unit, sourceName, isQuiet, ...samplesOf(row) };
  });
  return { pictures: shown, series: measured, left: pictures.left + series.left };
}
