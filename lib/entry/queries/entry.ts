import { roleAtLeast, type SpaceScope, spaceQuery } from "@/lib/db/enter-space";
import { compareDocuments } from "@/lib/entry/compare";
import { entryInput, historyInput } from "@/lib/entry/input";
import { spaceFacts } from "@/lib/entry/queries/list";
import { entryOf, revisionOf } from "@/lib/entry/save";
import { namesIn } from "@/lib/space/names";

export type { Change, Piece } from "@/lib/entry/compare";

/** An entry as its page shows it, and what the reader may do to it. Refuses with `not-found`. */
export const viewEntry = spaceQuery({
  atLeast: "reader",
  input: entryInput,
  async run(scope, { id }) {
    const { reader, space } = scope;
    const entry = await entryOf(scope, id);
    const facts = await spaceFacts(scope);
    const isOwn = entry.createdById === reader.userId;
    const [newest] = await revisionsOf(scope, id, 1);
    const names = await namesIn(scope, [entry.createdById, newest?.authorId ?? null]);
    return {
      space: facts,
      entry: { ...entry, createdBy: names.get(entry.createdById ?? "") || null },
      lastBy: names.get(newest?.authorId ?? "") || null,
      mayWrite: facts.mayWrite,
      mayDecide: facts.mayWrite && (isOwn || roleAtLeast("editor", reader.role)),
      mayPublish: space.kind === "personal" || facts.mayWrite,
    };
  },
});

const revisionsOf = ({ tx, space }: SpaceScope, entryId: string, take: number) =>
  tx.entryRevision.findMany({
    where: { spaceId: space.id, entryId },
    select: { no: true, kind: true, message: true, authorId: true, at: true },
    orderBy: { no: "desc" },
    take,
  });

const most = 1_000;

/** All that an entry has said, and two of its revisions to be compared: by default the newest and the one before it. */
export const viewHistory = spaceQuery({
  atLeast: "reader",
  input: historyInput,
  async run(scope, { id, from, to }) {
    const { document, revision } = await entryOf(scope, id);
    const newest = Math.min(to ?? revision, revision) || 1;
    const older = Math.min(from ?? newest - 1, revision);
    const all = await revisionsOf(scope, id, most);
    const names = await namesIn(
      scope,
      all.map(({ authorId }) => authorId),
    );
    const before = older > 0 ? (await revisionOf(scope, id, older)).document : {};
    const after = (await revisionOf(scope, id, newest)).document;
    return {
      space: await spaceFacts(scope),
      id,
      title: document.title,
      newest: revision,
      revisions: all.map(({ authorId, ...row }) => ({ ...row, by: names.get(authorId ?? "") || null })),
      from: older,
      to: newest,
      changes: compareDocuments(before, after),
    };
  },
});
