import { roleAtLeast, type SpaceScope, spaceCommand } from "@/lib/db/enter-space";
import { entryInput, restoreInput, statusInput } from "@/lib/entry/input";
import { entryOf, revisionOf, saveRevision } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";

/** Says how far an entry is. Refuses with `not-your-entry` whoever neither began it nor edits this space. */
export const setStatus = spaceCommand({
  atLeast: "contributor",
  input: statusInput,
  async run(scope, { id, status }) {
    await ownOrEdited(scope, id);
    await scope.tx.entry.update({ where: keyOf(scope, id), data: { status, updatedAt: new Date() } });
  },
});

/**
 * Takes an entry away, for good. Refuses with `not-your-entry` as `setStatus` does, and with `still-public` as long as a copy of
 * it is: nobody could withdraw that any more.
 */
export const discardEntry = spaceCommand({
  atLeast: "contributor",
  input: entryInput,
  async run(scope, { id }) {
    await ownOrEdited(scope, id);
    const { tx, space } = scope;
    const live = { spaceId: space.id, entryId: id, publicId: { not: null }, withdrawnAt: null };
    if ((await tx.publication.count({ where: live })) > 0) throw new Refused("still-public");
    await tx.entry.delete({ where: keyOf(scope, id) });
  },
});

/** What a revision said becomes the newest one; what stood since stays in the history. */
export const restoreRevision = spaceCommand({
  atLeast: "contributor",
  input: restoreInput,
  async run(scope, { id, no }) {
    const { document } = await revisionOf(scope, id, no);
    const { revision } = await entryOf(scope, id);
    await saveRevision(scope, { entryId: id, base: revision, document, kind: "restore", message: String(no) });
    return id;
  },
});

async function ownOrEdited(scope: SpaceScope, id: string) {
  const { createdById } = await entryOf(scope, id);
  const { userId, role } = scope.reader;
  if (createdById !== userId && !roleAtLeast("editor", role)) throw new Refused("not-your-entry");
}

const keyOf = ({ space }: SpaceScope, id: string) => ({ spaceId_id: { spaceId: space.id, id } });
