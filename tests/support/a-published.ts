import { askSpace, enterSpace, performInSpace, type SpaceCaller } from "@/lib/db/enter-space";
import { entryDocument } from "@/lib/entry/input";
import { beginEntry } from "@/lib/entry/save";
import { approvePublication, requestPublication } from "@/lib/publication/commands";
import { decide } from "@/lib/sanitise/commands";
import type { Deed } from "@/lib/sanitise/input";
import { viewStudio } from "@/lib/sanitise/queries";
import type { Reader } from "@/tests/support/a-space";
import { aPersonalSpace } from "@/tests/support/a-space";

let made = 0;
const common = { licence: "CC-BY-4.0", title: "Conntrack table full" };

/** A fresh draft in a space, with what it says beyond a title and a licence. Answers its id. */
export const anEntry = (caller: SpaceCaller, says: Record<string, unknown> = {}) =>
  enterSpace(caller, "contributor", (scope) =>
    beginEntry(scope, { document: entryDocument.parse({ kind: "recipe", ...common, ...says }) }),
  );

/** Decides of all that was found in an entry: as proposed, or everything in one way. */
export async function decideAll(caller: SpaceCaller, entryId: string, one?: Deed, more = "", relative = false) {
  const { findings } = await askSpace(viewStudio, caller, { entryId });
  const lines = findings.map(({ kind, term, deed }) => ({ kind, term, deed: one ?? deed }));
  await performInSpace(decide, caller, { entryId, lines, more, relative });
}

/** What is asked for in a space, as it lies there. */
export const publicationsOf = (caller: SpaceCaller, entryId: string) =>
  enterSpace(caller, "reader", ({ tx }) =>
    tx.publication.findMany({ where: { entryId }, orderBy: { requestedAt: "asc" } }),
  );

/** Lets somebody approve what was asked for, as they see it. */
export async function approve(caller: SpaceCaller, entryId: string, digest?: string) {
  const last = (await publicationsOf(caller, entryId)).at(-1);
  if (!last) throw new Error("nothing was asked for");
  await performInSpace(approvePublication, caller, { id: last.id, digest: digest ?? last.sha256 });
  return last;
}

/** Something published, from a space of its own: its public address and id, and whose entry it was. */
export async function aPublished(says: Record<string, unknown> = {}, by?: Reader) {
  const reader = by ?? (await aPersonalSpace());
  const slug = `entry-${process.pid}-${++made}-${Math.random().toString(36).slice(2, 8)}`;
  const entryId = await anEntry(reader, says);
  await decideAll(reader, entryId, "keep");
  await performInSpace(requestPublication, reader, { entryId, slug });
  await approve(reader, entryId);
  const [{ publicId, version } = { publicId: null, version: "" }] = await publicationsOf(reader, entryId);
  return { slug, id: publicId ?? "", version, entryId, reader };
}
