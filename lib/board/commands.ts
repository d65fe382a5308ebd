import { clearTopicInput, pinTopicInput, placeTopicInput } from "@/lib/board/input";
import { boardOf } from "@/lib/board/queries";
import { checkPlacement } from "@/lib/board/rules";
import { knownConvener } from "@/lib/confidentiality/rules";
import { command, type MemberScope } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { checkPhase, mayPlace } from "@/lib/event/rules";
import { livingTopic } from "@/lib/topic/queries";

/**
 * Puts a topic into a cell, or moves it there. Refuses with `slot-taken`, `convener-busy`, `pinned`, `not-found`,
 * `placing-closed`.
 */
export const placeTopic = command({
  atLeast: "facilitator",
  input: placeTopicInput,
  async run(scope, { topicId, slotId, roomId }) {
    const { tx, event, record } = await atTheBoard(scope);
    const topic = await livingTopic(tx, topicId);
    const slots = await tx.slot.findMany();
    const room = await tx.room.findFirst({ where: { id: roomId } });
    if (!room || !slots.some((slot) => slot.id === slotId)) throw new Refused("not-found");
    const before = await tx.placement.findFirst({ where: { topicId } });
    if (before?.slotId === slotId && before.roomId === roomId) return;
    if (before?.pinnedAt) throw new Refused("pinned", {}, { topic: topic.title });

    const wanted = { topicId, slotId, roomId, title: topic.title, convenerId: knownConvener(topic) };
    checkPlacement(wanted, await boardOf(tx), slots);

    const cell = { slotId, roomId, leftSlotId: before?.slotId ?? null, leftRoomId: before?.roomId ?? null };
    await tx.placement.upsert({
      where: { eventId_topicId: { eventId: event.id, topicId } },
      create: { eventId: event.id, topicId, ...cell },
      update: { ...cell, placedAt: new Date() },
    });
    record(before ? "topic.moved" : "topic.placed", topicId);
  },
});

/** Takes a topic off the board; it stays on the marketplace. Refuses with `pinned`, `placing-closed`. */
export const clearTopic = command({
  atLeast: "facilitator",
  input: clearTopicInput,
  async run(scope, { topicId }) {
    const { tx, record } = await atTheBoard(scope);
    const placed = await tx.placement.findFirst({ where: { topicId }, include: { topic: true } });
    if (!placed) return;
    if (placed.pinnedAt) throw new Refused("pinned", {}, { topic: placed.topic.title });
    await tx.placement.deleteMany({ where: { topicId } });
    record("topic.cleared", topicId);
  },
});

/** A pinned topic stays where it is until it is unpinned. Refuses with `not-placed`. */
export const pinTopic = command({
  atLeast: "facilitator",
  input: pinTopicInput,
  async run(scope, { topicId, pinned }) {
    const { tx, record } = await atTheBoard(scope);
    const { count } = await tx.placement.updateMany({
      where: { topicId },
      data: { pinnedAt: pinned ? new Date() : null },
    });
    if (count === 0) throw new Refused("not-placed");
    record("topic.pinned", topicId);
  },
});

/** One hand on the board at a time: `convener-busy` has no unique key, this lock is its only guard. */
async function atTheBoard(scope: MemberScope) {
  await scope.oneAtATime("board");
  checkPhase(mayPlace, scope.event.phase, "placing-closed");
  return scope;
}
