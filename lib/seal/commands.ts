import { createHash } from "node:crypto";
import { command, type MemberScope } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { enterRoomInput, knockInput, openRoomInput, saveSealedInput, shutDoorInput } from "@/lib/seal/input";
import { checkMayWrite, sealedRoom } from "@/lib/seal/queries";
import { mostDevices, mostNotes, purgeDay } from "@/lib/seal/rules";
import { checkMayChange } from "@/lib/topic/rules";

const digest = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Opens the room of a sealed topic: whoever speaks for it, once. What arrives here is locked or a digest's source; the
 * code and the key stay on the phone that made them. Refuses with `not-found`, `not-yours`, `room-is-open`, `under-hold`.
 */
export const openRoom = command({
  atLeast: "participant",
  input: openRoomInput,
  async run(scope, { topicId, token, byCode, code, device, envelope }) {
    const { tx, event } = scope;
    const { topic, room } = await atTheRoom(scope, topicId);
    checkMayChange(topic, scope.member);
    if (room) throw new Refused("room-is-open");
    await clearOldRoom(scope, topicId);
    const purgeOn = purgeDay(event.endsOn > new Date() ? event.endsOn : new Date());
    await tx.sealedRoom.create({
      data: { eventId: event.id, topicId, tokenHash: digest(token), byCode, code, purgeOn },
    });
    await letIn(scope, topicId, device, envelope);
    scope.record("sealed.opened", topicId);
  },
});

/** Shows the code's proof at the door; answers the notes' key, locked with the code. Refuses with `not-found`, `wrong-room-code`. */
export const knock = command({
  atLeast: "participant",
  input: knockInput,
  async run({ tx }, { topicId, token }) {
    const { room } = await sealedRoom(tx, topicId);
    if (!room?.byCode || room.tokenHash !== digest(token)) throw new Refused("wrong-room-code");
    return { byCode: room.byCode };
  },
});

/** Enters with the code's proof, leaving the notes' key locked for this device. Refuses with `not-found`, `wrong-room-code`. */
export const enterRoom = command({
  atLeast: "participant",
  input: enterRoomInput,
  async run(scope, { topicId, token, device, envelope }) {
    const { room } = await atTheRoom(scope, topicId);
    if (room?.tokenHash !== digest(token)) throw new Refused("wrong-room-code");
    await letIn(scope, topicId, device, envelope);
  },
});

/** From now on the code admits nobody else, for good. Refuses with `not-found`, `not-yours`. */
export const shutDoor = command({
  atLeast: "participant",
  input: shutDoorInput,
  async run(scope, { topicId }) {
    const { topic } = await atTheRoom(scope, topicId);
    checkMayChange(topic, scope.member);
    await scope.tx.sealedRoom.updateMany({ where: { topicId }, data: { tokenHash: null, byCode: null, code: null } });
    scope.record("sealed.door-shut", topicId);
  },
});

/**
 * Puts an encrypted note into the room, at exactly one revision more than it has. Refuses with `not-found` (also for
 * who is not inside), `sealed-meanwhile` (somebody was faster: read theirs first), `room-is-full`, `notes-closed`.
 */
export const saveSealed = command({
  atLeast: "participant",
  input: saveSealedInput,
  async run(scope, { topicId, noteId, rev, box }) {
    const { tx, event, member, record } = scope;
    const { room } = await atTheRoom(scope, topicId);
    const inside = await tx.sealedKey.findFirst({ where: { topicId, memberId: member.id } });
    if (!room || !inside) throw new Refused("not-found");
    checkMayWrite(scope);
    const before = await tx.sealedNote.findFirst({ where: { id: noteId } });
    if (before && before.topicId !== topicId) throw new Refused("not-found");
    if (rev !== (before?.rev ?? 0) + 1) throw new Refused("sealed-meanwhile");
    if (!before && (await tx.sealedNote.count({ where: { topicId } })) >= mostNotes) throw new Refused("room-is-full");
    await tx.sealedNote.upsert({
      where: { eventId_id: { eventId: event.id, id: noteId } },
      create: { eventId: event.id, id: noteId, topicId, rev, box },
      update: { rev, box, savedAt: new Date() },
    });
    await tx.topicWriter.createMany({
      data: [{ eventId: event.id, topicId, memberId: member.id }],
      skipDuplicates: true,
    });
    record("note.sealed", topicId);
    return { rev };
  },
});

/** A room whose day has come makes place for a new one, unless all of the event is held. */
async function clearOldRoom({ tx, event }: MemberScope, topicId: string) {
  const old = await tx.sealedRoom.findFirst({ where: { topicId } });
  if (old && event.heldAt) throw new Refused("under-hold");
  if (old) await tx.sealedRoom.deleteMany({ where: { topicId } });
}

/** One after another: two who save, or who open the same room, never both succeed. */
async function atTheRoom(scope: MemberScope, topicId: string) {
  await scope.oneAtATime(`note ${topicId}`);
  return sealedRoom(scope.tx, topicId);
}

/** The only place that writes down who did something about a confidential topic: those inside may know. */
async function letIn({ tx, event, member, record }: MemberScope, topicId: string, device: string, envelope: string) {
  const mine = { topicId, memberId: member.id };
  const known = await tx.sealedKey.count({ where: mine });
  if (known >= mostDevices) throw new Refused("too-many-devices");
  await tx.sealedKey.upsert({
    where: { eventId_topicId_memberId_device: { eventId: event.id, ...mine, device } },
    create: { eventId: event.id, ...mine, device, envelope },
    update: { envelope },
  });
  record("sealed.entered", topicId);
}
