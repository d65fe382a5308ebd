import { copyOwnBeside, copyPublicBeside } from "@/lib/beside/copy";
import { spaceCommand } from "@/lib/db/enter-space";
import { entryDocument } from "@/lib/entry/input";
import { beginEntry, entryOf, saveRevision } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { decideInput, forkInput, forkPublishedInput, offerInput } from "@/lib/proposal/input";
import { withImprovement } from "@/lib/proposal/merge";
import { proposalOf } from "@/lib/proposal/queries";

/** A copy of an entry in the same space with its pictures and series; it knows what it came from. Answers its id. */
export const forkEntry = spaceCommand({
  atLeast: "contributor",
  input: forkInput,
  async run(scope, { id }) {
    const { document, revision } = await entryOf(scope, id);
    const copy = await beginEntry(scope, { document, forkedFrom: { id, version: String(revision) } });
    await copyOwnBeside(scope, id, copy);
    return copy;
  },
});

/**
 * A copy of a published entry in a space that the caller may write to, with its licence, the names in it and what it shows.
 * Refuses with `not-found` what is not published, was withdrawn, or yanked. Answers the id of the copy.
 */
export const forkPublished = spaceCommand({
  atLeast: "contributor",
  input: forkPublishedInput,
  async run(scope, { slug, version }) {
    const { tx } = scope;
    const entry = await tx.publicEntry.findUnique({ where: { slug: slug.replaceAll("\0", "") } });
    if (!entry || entry.withdrawnAt) throw new Refused("not-found");
    const wanted = { entryId: entry.id, version: version || entry.version };
    const found = await tx.publicVersion.findUnique({ where: { entryId_version: wanted } });
    if (!found || found.yankedAt) throw new Refused("not-found");
    const document = { ...entryDocument.parse(found.document), licence: entry.licence, credit: entry.credit };
    const copy = await beginEntry(scope, { document, forkedFrom: { id: entry.id, version: found.version } });
    await copyPublicBeside(scope, wanted, copy);
    return copy;
  },
});

/**
 * Offers what a fork has become to those who look after what it came from: exactly the document with that digest. Out of a
 * shared space it takes an approver. Refuses with `no-parent`, `forbidden`, `changed-meanwhile`, `nothing-new`,
 * `offered-already`, `too-many-proposals`.
 */
export const offerImprovement = spaceCommand({
  atLeast: "contributor",
  input: offerInput,
  async run({ tx, space, reader }, { id, digest, credit, message }) {
    const [answer] = await tx.$queryRaw<{ no: string | null }[]>`
      select offer_improvement(${space.id}, ${id}::uuid, ${reader.userId}::uuid, ${digest}, ${credit}, ${message}) as no`;
    if (answer?.no) throw new Refused(answer.no);
  },
});

/**
 * Merges an improvement, naming who made it, or declines it. Refuses with `decided-already`, with `changed-meanwhile` when
 * the entry is no longer what was looked at, and with `entry-conflict` when both changed the same and nobody said whose counts.
 */
export const decideProposal = spaceCommand({
  atLeast: "editor",
  input: decideInput,
  async run(scope, { id, proposal, revision, says, answer }) {
    const { tx, space, reader, oneAtATime } = scope;
    await oneAtATime(`proposal ${proposal}`);
    const { base, offered, credit, ...row } = await proposalOf(scope, id, proposal);
    if (row.decidedAt) throw new Refused("decided-already");
    const as = { kind: "merge" as const, message: [credit, row.message].filter(Boolean).join(": ") };
    const no = says === "decline" ? null : await merge();
    const decided = { decidedAt: new Date(), decidedById: reader.userId, revision: no, answer };
    await tx.proposal.update({ where: { spaceId_id: { spaceId: space.id, id: proposal } }, data: decided });

    async function merge() {
      const head = await entryOf(scope, id);
      if (head.revision !== revision) throw new Refused("changed-meanwhile");
      const prefer = says === "merge-ours" ? "ours" : "theirs";
      const { document, conflicts } = withImprovement({ base, offered, head: head.document }, credit, prefer);
      if (!document || (conflicts.length > 0 && says === "merge"))
        throw new Refused("entry-conflict", {}, { no: head.revision });
      return (await saveRevision(scope, { entryId: id, base: revision, document, ...as })).no;
    }
  },
});
