import type { SpaceScope } from "@/lib/db/enter-space";
import type { Studio } from "@/lib/sanitise/copy";
import { picturesOf } from "@/lib/sanitise/pictures";
import { beginning } from "@/lib/sanitise/series";

type Going = Pick<Studio, "before" | "copy" | "plan" | "own" | "names">;

/** What goes out beside a copy, and is signed with it; a kind of which there is nothing is not named. */
export async function besideOf(scope: SpaceScope, entryId: string, going: Going) {
  const pictures = await picturesOf(scope, entryId, going.copy);
  const series = await signed(scope, entryId, going);
  const beside = { ...(pictures.length > 0 && { pictures }), ...(series.length > 0 && { series }) };
  return { beside, seriesIds: going.own.map(({ id }) => id) };
}

/** Their names as they will be read, and a digest of the numbers without the day they are from. */
async function signed({ tx, space }: SpaceScope, entryId: string, { before, plan, own, names }: Going) {
  if (own.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string; sha256: string }[]>`
    select id, lib_priv.digest_of_samples(step_s, offsets, vals) as sha256 from lib_priv.entry_series
     where space_id = ${space.id}::int and entry_id = ${entryId}::uuid and id = any(${own.map(({ id }) => id)}::uuid[])`;
  const digests = new Map(rows.map(({ id, sha256 }) => [id, sha256]));
  const begun = beginning(before, own, plan.relative);
  return own.map((one, at) => {
    const { name, unit } = names[at] ?? { name: "", unit: "" };
    return { name, unit, isQuiet: one.isQuiet, t0: begun(one), sha256: digests.get(one.id) ?? "" };
  });
}
