import type { Merge } from "@/generated/prisma/client";
import type { MemberScope } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { splitDots, uniteDots } from "@/lib/topic/rules";

/** Moves the dots of one topic to the other and remembers both sides for a split. Callers hold board and ballot. */
export async function unite({ tx, event, record }: MemberScope, merge: Merge) {
  const { id: mergeId, fromId, intoId } = merge;
  const eventId = event.id;
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

/** Undoes `unite`. A cell taken meanwhile is not taken back. Refuses with `not-found` when the target is itself merged. */
export async function splitAgain(
  { tx, event, record }: MemberScope,
  merge: Merge & { into: { intoId: string | null } },
) {
  if (merge.into.intoId) throw new Refused("merged-further");
  const { id: mergeId, fromId, intoId } = merge;
  const eventId = event.id;
  const before = await tx.mergedDots.findMany({ where: { mergeId } });
  const now = await tx.dots.findMany({ where: { topicId: intoId } });
  const spent = await tx.dots.groupBy({ by: ["memberId"], _sum: { dots: true } });
  const of = (rows: { memberId: string; topicId: string; dots: number }[], memberId: string, topicId: string) =>
    rows.find((row) => row.memberId === memberId && row.topicId === topicId)?.dots ?? 0;

  const split = [...new Set([...before, ...now].map((row) => row.memberId))].map((memberId) => {
    const [from, into] = [of(before, memberId, fromId), of(before, memberId, intoId)];
    const united = before.find((row) => row.memberId === memberId)?.united ?? 0;
    const total = spent.find((row) => row.memberId === memberId)?._sum.dots ?? 0;
    return { memberId, ...splitDots({ from, into, united }, of(now, memberId, intoId), event.dotsPerMember - total) };
  });
  await tx.topic.update({ where: { eventId_id: { eventId, id: fromId } }, data: { intoId: null } });
  await putDots(
    tx,
    eventId,
    fromId,
    split.map(({ memberId, from }) => ({ memberId, dots: from })),
  );
  await putDots(
    tx,
    eventId,
    intoId,
    split.map(({ memberId, into }) => ({ memberId, dots: into })),
  );
  await restorePlace(tx, merge);
  await tx.merge.update({ where: { eventId_id: { eventId, id: mergeId } }, data: { splitAt: new Date() } });
  record("topic.split", fromId);
  record("topic.split", intoId);
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

async function restorePlace(tx: MemberScope["tx"], { eventId, fromId, fromSlotId, fromRoomId }: Merge) {
  if (!fromSlotId || !fromRoomId) return;
  const cell = { slotId: fromSlotId, roomId: fromRoomId };
  const gone =
    !(await tx.slot.findFirst({ where: { id: fromSlotId } })) ||
    !(await tx.room.findFirst({ where: { id: fromRoomId } }));
  if (gone || (await tx.placement.findFirst({ where: cell }))) return;
  await tx.placement.create({ data: { eventId, topicId: fromId, ...cell } });
}
