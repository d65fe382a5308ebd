import { roleAtLeast, type SpaceScope, spaceQuery } from "@/lib/db/enter-space";
import { compareDocuments } from "@/lib/entry/compare";
import { type EntryDocument, entryDocument } from "@/lib/entry/input";
import { entryOf } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { forkInput, proposalInput } from "@/lib/proposal/input";
import { withImprovement } from "@/lib/proposal/merge";

type Begun = { base: unknown; base_version: string; is_public: boolean };
type Offer = { id: string; proposed_at: Date; decided_at: Date | null; merged: boolean; answer: string };

/** What a fork changed since it was begun: all that would leave the space if it is offered, and what became of offers. */
export const viewFork = spaceQuery({
  atLeast: "reader",
  input: forkInput,
  async run(scope, { id }) {
    const { tx, space, reader } = scope;
    const { document, revision } = await entryOf(scope, id);
    const [begun] = await tx.$queryRaw<
      Begun[]
    >`select base, base_version, is_public from begun_from(${space.id}, ${id}::uuid)`;
    if (!begun) throw new Refused("not-found");
    const [written] = await tx.$queryRaw<{ sha256: string }[]>`
      select lib_priv.digest_of(document) as sha256 from lib_priv.entry where space_id = ${space.id} and id = ${id}::uuid`;
    const offers = await tx.$queryRaw<Offer[]>`
      select id, proposed_at, decided_at, merged, answer from offers_from(${space.id}, ${id}::uuid, ${reader.userId}::uuid)`;
    const me = await tx.user.findUnique({ where: { id: reader.userId }, select: { name: true } });
    return {
      ...{ title: document.title, revision, version: begun.base_version, isPublic: begun.is_public, offers },
      ...{ digest: written?.sha256 ?? "", credit: me?.name ?? "" },
      changes: compareDocuments(entryDocument.parse(begun.base), document),
      mayOffer: roleAtLeast(begun.is_public ? "approver" : "contributor", reader.role),
    };
  },
});

/** Improvements that were offered for an entry: the open ones first. */
export const viewProposals = spaceQuery({
  atLeast: "reader",
  input: forkInput,
  async run(scope, { id }) {
    const { document } = await entryOf(scope, id);
    const rows = await scope.tx.proposal.findMany({
      where: { spaceId: scope.space.id, entryId: id },
      select: { id: true, credit: true, message: true, proposedAt: true, decidedAt: true, revision: true },
      orderBy: [{ decidedAt: { sort: "desc", nulls: "first" } }, { proposedAt: "desc" }],
      take: 200,
    });
    return { title: document.title, proposals: rows };
  },
});

/** One of them: what it changes, what the entry would become, and where both changed the same. */
export const viewProposal = spaceQuery({
  atLeast: "reader",
  input: proposalInput,
  async run(scope, { id, proposal }) {
    const head = await entryOf(scope, id);
    const { base, offered, ...row } = await proposalOf(scope, id, proposal);
    const merged = withImprovement({ base, offered, head: head.document }, row.credit, "theirs");
    const { credit, message, proposedAt, decidedAt, answer } = row;
    return {
      ...{ title: head.document.title, revision: head.revision, credit, message, proposedAt, decidedAt, answer },
      mergedAs: row.revision,
      changes: compareDocuments(base, { ...offered, credit: base.credit }),
      conflicts: merged.conflicts,
      mayDecide: roleAtLeast("editor", scope.reader.role),
    };
  },
});

/** An improvement with its documents read. Refuses with `not-found`. */
export async function proposalOf({ tx, space }: SpaceScope, entryId: string, id: string) {
  const row = await tx.proposal.findUnique({ where: { spaceId_id: { spaceId: space.id, id } } });
  if (row?.entryId !== entryId) throw new Refused("not-found");
  const read = (document: unknown): EntryDocument => entryDocument.parse(document);
  return { ...row, base: read(row.base), offered: read(row.document) };
}
