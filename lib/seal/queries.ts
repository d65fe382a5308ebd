import { query, type Scope } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { checkPhase, mayWriteNotes } from "@/lib/event/rules";
import { standsAtLeast } from "@/lib/member/rules";
import { topicInput } from "@/lib/topic/input";
import { livingTopic } from "@/lib/topic/queries";
import { speaksFor } from "@/lib/topic/rules";

/** The sealed topic and its room, if it was opened and its day has not come. Refuses with `not-found`. */
export async function sealedRoom(tx: Scope["tx"], topicId: string) {
  const topic = await livingTopic(tx, topicId);
  if (topic.confidentiality !== "sealed") throw new Refused("not-found");
  const room = await tx.sealedRoom.findFirst({ where: { topicId, purgeOn: { gt: new Date() } } });
  return { topic, room };
}

/**
 * A sealed room as the caller may see it: from outside only that it is there. All of it is ciphertext. Refuses with
 * `not-found` for topics that are not sealed.
 */
export const viewSealedRoom = query({
  atLeast: "participant",
  input: topicInput,
  async run({ tx, event, member }, { topicId }) {
    const { topic, room } = await sealedRoom(tx, topicId);
    const keys = await tx.sealedKey.findMany({ where: { topicId, memberId: member.id } });
    const inside = room !== null && keys.length > 0;
    const speaks = speaksFor(topic, member.id) || standsAtLeast("facilitator", member.role);
    return {
      topicId,
      eventId: event.id,
      title: topic.title,
      isOpen: room !== null,
      doorIsShut: room !== null && room.tokenHash === null,
      purgeOn: room?.purgeOn ?? null,
      mayOpen: room === null && speaks,
      mayShut: inside && room.tokenHash !== null && speaks,
      mayWrite: mayWriteNotes(event.phase),
      inside: inside ? await insideOf(tx, topicId, keys, room.code) : null,
    };
  },
});

async function insideOf(
  tx: Scope["tx"],
  topicId: string,
  keys: { device: string; envelope: string }[],
  code: string | null,
) {
  const notes = await tx.sealedNote.findMany({ where: { topicId }, orderBy: { id: "asc" } });
  return {
    code,
    envelopes: keys.map(({ device, envelope }) => ({ device, envelope })),
    notes: notes.map(({ id, rev, box }) => ({ id, rev, box })),
  };
}

/** Refuses with `notes-closed`. */
export const checkMayWrite = (scope: Scope) => checkPhase(mayWriteNotes, scope.event.phase, "notes-closed");
