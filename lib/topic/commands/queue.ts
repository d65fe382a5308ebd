import { z } from "zod";
import { command } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { callInput, topicInput } from "@/lib/topic/input";
import { livingTopic } from "@/lib/topic/queries";
import { checkMayChange } from "@/lib/topic/rules";

/** Lines a topic up for the microphone: its convener, or a facilitator. Twice is once. */
export const queueTopic = command({
  atLeast: "participant",
  input: topicInput,
  async run({ tx, event, member, record }, { topicId }) {
    checkMayChange(await livingTopic(tx, topicId), member);
    const fresh = { queuedAt: new Date(), startedAt: null, endedAt: null };
    const turn = await tx.turn.findFirst({ where: { topicId } });
    if (turn && !turn.endedAt) return;
    const where = { eventId_topicId: { eventId: event.id, topicId } };
    await tx.turn.upsert({ where, create: { eventId: event.id, topicId, ...fresh }, update: fresh });
    record("queue.joined", topicId);
  },
});

/** Gives the microphone to the next in line, or to the topic named, for so many seconds. Refuses with `queue-empty`. */
export const callNext = command({
  atLeast: "facilitator",
  input: callInput,
  async run({ tx, event, record, oneAtATime }, { topicId, seconds }) {
    await oneAtATime("board");
    const now = new Date();
    await tx.turn.updateMany({ where: { startedAt: { not: null }, endedAt: null }, data: { endedAt: now } });
    const where = { startedAt: null, ...(topicId && { topicId }) };
    const next = await tx.turn.findFirst({ where, orderBy: [{ queuedAt: "asc" }, { topicId: "asc" }] });
    if (!next) throw new Refused("queue-empty");
    const key = { eventId_topicId: { eventId: event.id, topicId: next.topicId } };
    await tx.turn.update({ where: key, data: { startedAt: now, seconds } });
    record("queue.called", next.topicId);
  },
});

/** Nobody speaks any more. */
export const endTurn = command({
  atLeast: "facilitator",
  input: z.strictObject({}),
  async run({ tx, record }) {
    await tx.turn.updateMany({ where: { startedAt: { not: null }, endedAt: null }, data: { endedAt: new Date() } });
    record("queue.ended");
  },
});

/** Takes a topic out of the line. */
export const leaveQueue = command({
  atLeast: "participant",
  input: topicInput,
  async run({ tx, member, record }, { topicId }) {
    checkMayChange(await livingTopic(tx, topicId), member);
    await tx.turn.deleteMany({ where: { topicId, startedAt: null } });
    record("queue.left", topicId);
  },
});
