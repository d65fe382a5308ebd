import type { Merge } from "@/generated/prisma/client";
import { boardOf } from "@/lib/board/queries";
import { mayPlaceAt } from "@/lib/board/rules";
import { checkSameConfidence, knownConvener } from "@/lib/confidentiality/rules";
import type { MemberScope } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { splitDots, uniteDots } from "@/lib/topic/rules";

/**
 * Moves the dots of one topic to the other and remembers both sides for a split. Callers hold board and ballot.
 * Refuses with `merge-confidential`.
 */
export async function unite({ tx, event, record }: MemberScope, merge: Merge) {
  const { id: mergeId, fromId, intoId } = merge;
  const eventId = event.id;
  const two = await tx.topic.findMany({ where: { id: { in: [fromId, intoId] } } });
  const [one, other] = two;
  if (one && other) checkSameConfidence(one, other);
  const held = (topicId: string) => tx.dots.findMany({ where: { topicId }, select: { memberId: true, dots: true } });
  const united = uniteDots(await held(fromId), await held(intoId), event.dotsPerTopic);
  const sides = united.flatMap(({ memberId, from, into, dots }) => [
    { eventId, mergeId, memberId, topicId: fromId, dots: from, united: dots },
    { eventId, mergeId, memberId, topicId: intoId, dots: into, united: dots },
  ]);
  await tx.mergedDots.createMany({ data: sides });
  await putDots(tx, eventId, fromId, []);
  await putDots(tx, eventId, intoId, united);

  const place = await tx.placement.findFirst({ where: { topicId: fromId } });
  await tx.placement.deleteMany({ where: { topicId: fromId } });
  await tx.turn.deleteMany({ where: { topicId: fromId, startedAt: null } });
  await tx.topic.update({ where: { eventId_id: { eventId, id: fromId } }, data: { intoId } });
  await tx.merge.update({
    where: { eventId_id: { eventId, id: mergeId } },
    data: { mergedAt: new Date(), fromSlotId: place?.slotId ?? null, fromRoomId: place?.roomId ?? null },
  });
  record("topic.merged", fromId);
  record("topic.merged", intoId);
}

/** Undoes `unite`. A cell that is taken meanwhile is not taken back. Refuses with `merged-further`. */
export async function splitAgain(scope: MemberScope, merge: Merge & { into: { intoId: string | null } }) {
  if (merge.into.intoId) throw new Refused("merged-further");
  const { tx, event, record } = scope;
  const { id: mergeId, fromId, intoId } = merge;
  const split = await dotsAfterSplit(scope, merge);
  await tx.topic.update({ where: { eventId_id: { eventId: event.id, id: fromId } }, data: { intoId: null } });
  for (const [topicId, side] of [
    [fromId, "from"],
    [intoId, "into"],
  ] as const)
    await putDots(
      tx,
      event.id,
      topicId,
      split.map((one) => ({ memberId: one.memberId, dots: one[side] })),
    );
  await restorePlace(tx, merge);
  await tx.merge.update({ where: { eventId_id: { eventId: event.id, id: mergeId } }, data: { splitAt: new Date() } });
  record("topic.split", fromId);
  record("topic.split", intoId);
}

async function dotsAfterSplit({ tx, event }: MemberScope, { id: mergeId, fromId, intoId }: Merge) {
  const before = await tx.mergedDots.findMany({ where: { mergeId } });
  const now = await tx.dots.findMany({ where: { topicId: intoId } });
  const spent = await tx.dots.groupBy({ by: ["memberId"], _sum: { dots: true } });
  return [...new Set([...before, ...now].map((row) => row.memberId))].map((memberId) => {
    const mine = before.filter((row) => row.memberId === memberId);
    const on = (topicId: string) => mine.find((row) => row.topicId === topicId)?.dots ?? 0;
    const then = { from: on(fromId), into: on(intoId), united: mine[0]?.united ?? 0 };
    const here = now.find((row) => row.memberId === memberId)?.dots ?? 0;
    const total = spent.find((row) => row.memberId === memberId)?._sum.dots ?? 0;
    return { memberId, ...splitDots(then, here, event.dotsPerMember - total) };
  });
}

/** Sets all the dots of a topic. Their tick is the commit's own: the Change row names the topic. */
async function putDots(
  tx: MemberScope["tx"],
  eventId: string,
  topicId: string,
  dots: { memberId: string; dots: number }[],
) {
  await tx.dots.deleteMany({ where: { topicId } });
  const data = dots
    .filter((row) => row.dots > 0)
    .map(({ memberId, dots }) => ({ eventId, topicId, memberId, dots, seq: 0 }));
  await tx.dots.createMany({ data });
}

/** The split topic goes back to its cell, unless the laws of the board forbid it now. */
async function restorePlace(tx: MemberScope["tx"], { eventId, fromId, fromSlotId, fromRoomId }: Merge) {
  const slots = await tx.slot.findMany();
  const room = fromRoomId && (await tx.room.findFirst({ where: { id: fromRoomId } }));
  if (!fromSlotId || !room || !slots.some((slot) => slot.id === fromSlotId)) return;
  const cell = { slotId: fromSlotId, roomId: room.id };
  const topic = await tx.topic.findFirstOrThrow({ where: { id: fromId } });
  const wanted = { topicId: fromId, title: topic.title, convenerId: knownConvener(topic), ...cell };
  if (mayPlaceAt(wanted, await boardOf(tx), slots))
    await tx.placement.create({ data: { eventId, topicId: fromId, ...cell } });
}
