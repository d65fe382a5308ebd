import { checkSameConfidence } from "@/lib/confidentiality/rules";
import { command, type MemberScope } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { checkPhase, mayMerge } from "@/lib/event/rules";
import { standsAtLeast } from "@/lib/member/rules";
import { mergeInput, proposeMergeInput } from "@/lib/topic/input";
import { livingTopic } from "@/lib/topic/queries";
import { checkMayChange, checkMergePair, speaksFor } from "@/lib/topic/rules";
import { splitAgain, unite } from "@/lib/topic/unite";

/**
 * Says that two topics are one. Who speaks for one of them agrees thereby; a facilitator's word settles it at
 * once. Refuses with `not-found`, `merge-with-itself`, `merge-proposed`, `merging-closed`, `merge-confidential`.
 */
export const proposeMerge = command({
  atLeast: "participant",
  input: proposeMergeInput,
  async run(scope, { from: fromId, into: intoId }) {
    const { tx, event, member, record } = await atTheBoard(scope);
    checkMergePair(fromId, intoId);
    const [from, into] = [await livingTopic(tx, fromId), await livingTopic(tx, intoId)];
    checkSameConfidence(from, into);
    if (await isProposed(tx, fromId, intoId)) throw new Refused("merge-proposed");
    const word = (topic: typeof from) => (agrees(topic, member) ? new Date() : null);
    const agreed = { fromAgreed: word(from), intoAgreed: word(into) };
    const merge = await tx.merge.create({
      data: { eventId: event.id, fromId, intoId, proposerId: member.id, ...agreed },
    });
    record("topic.merge-proposed", fromId);
    record("topic.merge-proposed", intoId);
    if (merge.fromAgreed && merge.intoAgreed) await unite(scope, merge);
    return merge.id;
  },
});

/** Agrees for the topic one speaks for; with both words, or a facilitator's, the topics unite. Refuses with `not-yours`. */
export const agreeMerge = command({
  atLeast: "participant",
  input: mergeInput,
  async run(scope, { mergeId }) {
    const { tx, event, member } = await atTheBoard(scope);
    const merge = await openMerge(scope, mergeId);
    const sides = { from: agrees(merge.from, member), into: agrees(merge.into, member) };
    if (!sides.from && !sides.into) throw new Refused("not-yours");
    const now = new Date();
    const agreed = await tx.merge.update({
      where: { eventId_id: { eventId: event.id, id: mergeId } },
      data: { ...(sides.from && { fromAgreed: now }), ...(sides.into && { intoAgreed: now }) },
    });
    if (agreed.fromAgreed && agreed.intoAgreed) await unite(scope, agreed);
  },
});

/** Says no, or takes the proposal back. Refuses with `not-yours`. */
export const declineMerge = command({
  atLeast: "participant",
  input: mergeInput,
  async run(scope, { mergeId }) {
    const { tx, event, member, record } = await atTheBoard(scope);
    const merge = await openMerge(scope, mergeId);
    const concerned = merge.proposerId === member.id || agrees(merge.from, member) || agrees(merge.into, member);
    if (!concerned) throw new Refused("not-yours");
    const where = { eventId_id: { eventId: event.id, id: mergeId } };
    await tx.merge.update({ where, data: { declinedAt: new Date() } });
    record("topic.merge-declined", merge.fromId);
  },
});

/** Undoes a merge exactly: both topics, their dots, their places. Refuses with `not-found`, `not-yours`. */
export const splitTopic = command({
  atLeast: "participant",
  input: mergeInput,
  async run(scope, { mergeId }) {
    const { tx, member } = await atTheBoard(scope);
    const merge = await tx.merge.findFirst({
      where: { id: mergeId, mergedAt: { not: null }, splitAt: null },
      include: { from: true, into: true },
    });
    if (!merge || merge.from.intoId !== merge.intoId) throw new Refused("not-found");
    if (!speaksFor(merge.from, member.id)) checkMayChange(merge.into, member);
    await splitAgain(scope, merge);
  },
});

/** Merges move dots and free cells: nobody places, casts or changes the budget meanwhile. */
async function atTheBoard(scope: MemberScope) {
  await scope.oneAtATime("board");
  await scope.oneAtATime("ballot");
  if (!standsAtLeast("facilitator", scope.member.role)) checkPhase(mayMerge, scope.event.phase, "merging-closed");
  return scope;
}

/** Is there an open proposal for the two, either way round? */
function isProposed(tx: MemberScope["tx"], a: string, b: string) {
  const either = [
    { fromId: a, intoId: b },
    { fromId: b, intoId: a },
  ];
  return tx.merge.findFirst({ where: { mergedAt: null, declinedAt: null, OR: either } });
}

async function openMerge({ tx }: MemberScope, id: string) {
  const merge = await tx.merge.findFirst({
    where: { id, mergedAt: null, declinedAt: null },
    include: { from: true, into: true },
  });
  const living = merge && [merge.from, merge.into].every((topic) => !topic.withdrawnAt && !topic.intoId);
  if (!merge || !living) throw new Refused("not-found");
  return merge;
}

const agrees = (topic: Parameters<typeof speaksFor>[0], member: MemberScope["member"]) =>
  speaksFor(topic, member.id) || standsAtLeast("facilitator", member.role);
