import { z } from "zod";
import { confidenceOf } from "@/lib/confidentiality/queries";
import { query, type Scope } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { mayEditTopic, mayMerge, mayPitch, mayWriteNotes } from "@/lib/event/rules";
import type { Ballot, Snapshot, TopicCard } from "@/lib/live/feed";
import { standsAtLeast } from "@/lib/member/rules";
import { alikeInput, topicInput } from "@/lib/topic/input";
import { speaksFor } from "@/lib/topic/rules";

const nothing = z.undefined();

/** A topic that is neither withdrawn nor merged away. Refuses with `not-found`. */
export async function livingTopic(tx: Scope["tx"], id: string) {
  const topic = await tx.topic.findFirst({ where: { id, withdrawnAt: null, intoId: null } });
  if (!topic) throw new Refused("not-found");
  return topic;
}

/** The board as everybody of the caller's standing sees it, and the caller's own side of it. */
export async function boardFor({ tx, member }: Scope) {
  const crew = standsAtLeast("facilitator", member?.role ?? null);
  const [row] = await tx.$queryRaw<{ snapshot: Snapshot; ballot: Ballot }[]>`
    select board_snapshot(${crew}) as snapshot,
      ballot_of((select user_id from member where event_id = current_event() and id = ${member?.id ?? null}::uuid)) as ballot`;
  if (!row) throw new Refused("not-found");
  return row;
}

/** Beside the live board. `order` seeds the viewer's own order, so that no topic is first for everybody. */
function besideBoard({ event, member }: Scope) {
  const crew = standsAtLeast("facilitator", member?.role ?? null);
  return { order: member?.id ?? event.id, mayPitch: mayPitch(event.phase) || crew };
}

/** What the list of topics needs beside the live board, which its page has already. */
export const viewList = query({
  atLeast: "visitor",
  input: nothing,
  run: async (scope) => besideBoard(scope),
});

/** The marketplace. `exposure` is how many people the quick mode has shown each topic to. */
export const viewTopics = query({
  atLeast: "visitor",
  input: nothing,
  async run(scope) {
    const { tx, member } = scope;
    const board = await boardFor(scope);
    const seen = await tx.seen.groupBy({ by: ["topicId"], _count: true });
    const mine = member ? await tx.seen.findMany({ where: { memberId: member.id }, select: { topicId: true } }) : [];
    return {
      ...board,
      exposure: Object.fromEntries(seen.map((row) => [row.topicId, row._count])),
      seen: mine.map((row) => row.topicId),
      ...besideBoard(scope),
    };
  },
});

/** One topic with its notes and merge proposals. A merged topic answers where it went. Refuses with `not-found`. */
export const viewTopic = query({
  atLeast: "visitor",
  input: topicInput,
  async run(scope, { topicId }) {
    const { tx, event, member } = scope;
    const topic = await tx.topic.findFirst({ where: { id: topicId, withdrawnAt: null }, include: { note: true } });
    if (!topic) throw new Refused("not-found");
    const board = await boardFor(scope);
    const crew = standsAtLeast("facilitator", member?.role ?? null);
    const mine = member !== null && speaksFor(topic, member.id);
    return {
      ...board,
      topicId,
      intoId: topic.intoId,
      isPrivate: event.visibility === "private",
      card: board.snapshot.topics.find((card: TopicCard) => card.id === topicId) ?? null,
      anonymous: topic.anonymous,
      note: { body: topic.note?.body ?? "", rev: topic.note?.rev ?? 0, savedAt: topic.note?.savedAt ?? null },
      wasAsked: (await tx.question.findFirst({ where: { topicId }, select: { id: true } })) !== null,
      confidence: await confidenceOf(scope, topic, crew),
      merges: await mergesAbout(scope, topicId, crew),
      mayEdit: (mine && mayEditTopic(event.phase)) || crew,
      mayMerge: member !== null && (mayMerge(event.phase) || crew),
      mayWrite: mayWriteNotes(event.phase) && topic.confidentiality !== "sealed",
    };
  },
});

/** Living topics that read like this title, the likest first, at most three. */
export const viewAlike = query({
  atLeast: "visitor",
  input: alikeInput,
  async run({ tx }, { title }) {
    if (title.length < 4) return [];
    return tx.$queryRaw<{ id: string; title: string; similarity: number }[]>`
      select id, title, greatest(similarity(title, ${title}), word_similarity(${title}, title) * 0.8)::float as similarity
        from topic
       where event_id = current_event() and withdrawn_at is null and into_id is null
         and (similarity(title, ${title}) > 0.3 or word_similarity(${title}, title) > 0.55)
       order by similarity desc, pitched_at limit 3`;
  },
});

/** Open proposals and merges that can be split, with what the caller may do about each. */
async function mergesAbout({ tx, member }: Scope, topicId: string, crew: boolean) {
  const merges = await tx.merge.findMany({
    where: { OR: [{ fromId: topicId }, { intoId: topicId }], declinedAt: null, splitAt: null },
    include: { from: true, into: true },
    orderBy: { proposedAt: "asc" },
  });
  const speaks = (topic: Parameters<typeof speaksFor>[0]) => crew || (member !== null && speaksFor(topic, member.id));
  return merges
    .filter(
      ({ from, into, mergedAt }) =>
        !from.withdrawnAt && !into.withdrawnAt && (mergedAt ? from.intoId === into.id : !from.intoId),
    )
    .map((merge) => ({
      id: merge.id,
      from: { id: merge.from.id, title: merge.from.title, agreed: merge.fromAgreed !== null },
      into: { id: merge.into.id, title: merge.into.title, agreed: merge.intoAgreed !== null },
      merged: merge.mergedAt !== null,
      mayAgree:
        !merge.mergedAt && ((!merge.fromAgreed && speaks(merge.from)) || (!merge.intoAgreed && speaks(merge.into))),
      mayDecline: !merge.mergedAt && (merge.proposerId === member?.id || speaks(merge.from) || speaks(merge.into)),
      maySplit: merge.mergedAt !== null && (speaks(merge.from) || speaks(merge.into)),
    }));
}
