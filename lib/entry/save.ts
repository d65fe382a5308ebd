import type { Entry, RevisionKind } from "@/generated/prisma/client";
import type { SpaceScope } from "@/lib/db/enter-space";
import { type EntryDocument, entryDocument } from "@/lib/entry/input";
import { mergeDocuments, saySame } from "@/lib/entry/merge";
import { Refused } from "@/lib/errors";

/** An entry with its document read: old ones have got the defaults of fields that came later. */
export type OpenEntry = Omit<Entry, "document"> & { document: EntryDocument };

/** An entry of this space. Refuses with `not-found` what is not here, or was taken away. */
export async function entryOf({ tx, space }: SpaceScope, id: string): Promise<OpenEntry> {
  const entry = await tx.entry.findUnique({ where: { spaceId_id: { spaceId: space.id, id } } });
  if (!entry || entry.deletedAt) throw new Refused("not-found");
  return { ...entry, document: entryDocument.parse(entry.document) };
}

type Beginning = {
  document: EntryDocument;
  kind?: RevisionKind;
  message?: string;
  forkedFrom?: { id: string; version: string };
};

/** A new entry of this space with its first revision; a draft. Answers its id. */
export async function beginEntry({ tx, space, reader }: SpaceScope, begun: Beginning) {
  const { document, kind = "edit", message = "", forkedFrom } = begun;
  const { id } = await tx.entry.create({
    data: {
      spaceId: space.id,
      kind: document.kind,
      document,
      createdById: reader.userId,
      forkedFrom: forkedFrom?.id ?? null,
      forkedFromVersion: forkedFrom?.version ?? null,
    },
    select: { id: true },
  });
  await tx.entryRevision.create({
    data: { spaceId: space.id, entryId: id, no: 1, kind, document, message, authorId: reader.userId },
  });
  return id;
}

type Saving = {
  entryId: string;
  /** Number of the revision that the writer began from. */
  base: number;
  document: EntryDocument;
  kind?: RevisionKind;
  message?: string;
};

/**
 * Writes the next revision of an entry and answers its number. Who saved since `base` keeps every word: both changes are
 * merged, and `merged` says so. Nothing changed, nothing written.
 * Refuses with `entry-conflict` when both changed the same place: `fields` names the places, `about.no` is the number of
 * what stands now; nothing is overwritten, and the writer's form still holds theirs.
 */
export async function saveRevision(scope: SpaceScope, { entryId, base, document, ...as }: Saving) {
  const { tx, space, reader, oneAtATime } = scope;
  await oneAtATime(`entry ${entryId}`);
  const head = await entryOf(scope, entryId);
  const next = base === head.revision ? document : await mergedWith(scope, head, base, document);
  const merged = next !== document;
  const no = head.revision + 1;
  const key = { spaceId: space.id, entryId };
  const { kind = "edit", message = "" } = as;
  if (saySame(entryDocument.parse(next), head.document)) return { no: head.revision, merged };

  await tx.entryRevision.create({ data: { ...key, no, kind, document: next, message, authorId: reader.userId } });
  const where = { spaceId_id: { spaceId: space.id, id: entryId } };
  await tx.entry.update({ where, data: { document: next, revision: no, updatedAt: new Date() } });
  return { no, merged };
}

/** What an entry said under that number. Refuses with `not-found`. */
export async function revisionOf({ tx, space }: SpaceScope, entryId: string, no: number) {
  const where = { spaceId_entryId_no: { spaceId: space.id, entryId, no } };
  const revision = await tx.entryRevision.findUnique({ where });
  if (!revision) throw new Refused("not-found");
  return { ...revision, document: entryDocument.parse(revision.document) };
}

async function mergedWith(scope: SpaceScope, head: OpenEntry, base: number, mine: EntryDocument) {
  const begun = await revisionOf(scope, head.id, base);
  const { document, conflicts } = mergeDocuments(mine, begun.document, head.document);
  const joined = entryDocument.safeParse(document);
  if (conflicts.length === 0 && joined.success) return joined.data;
  const fields = Object.fromEntries(conflicts.map((place) => [place, ["changed-by-both"]]));
  throw new Refused("entry-conflict", fields, { no: head.revision });
}
