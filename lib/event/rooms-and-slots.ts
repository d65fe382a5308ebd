import type { Scope } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";

type RoomRow = {
  id: string | null;
  name: string;
  capacity: number | null;
  stepFree: boolean;
  projector: boolean;
  quiet: boolean;
  position: number;
};
type SlotRow = { id: string | null; startsAt: Date; endsAt: Date; title: string | null };

/** Makes the event's rooms equal to `rooms`. Refuses to drop one that holds a topic: `room-in-use`. */
export async function replaceRooms({ tx, event }: Scope, rooms: readonly RoomRow[]) {
  const kept = rooms.flatMap(({ id }) => id ?? []);
  const dropped = { eventId: event.id, id: { notIn: kept } };
  const inUse = await tx.placement.findFirst({ where: { room: dropped }, include: { room: true } });
  if (inUse) throw new Refused("room-in-use", {}, { room: inUse.room.name });
  await forgetMoves(tx, { leftRoom: dropped });
  await tx.room.deleteMany({ where: dropped });
  // two rooms may swap names: park the old names before the new ones are written
  for (const id of kept) await tx.room.updateMany({ where: { id }, data: { name: `~${id}` } });
  for (const { id, ...data } of rooms)
    if (id) await tx.room.updateMany({ where: { id }, data });
    else await tx.room.create({ data: { ...data, eventId: event.id } });
}

/** Makes the event's slots equal to `slots`. Refuses to drop one that holds a topic: `slot-in-use`. */
export async function replaceSlots({ tx, event }: Scope, slots: readonly SlotRow[]) {
  const dropped = { eventId: event.id, id: { notIn: slots.flatMap(({ id }) => id ?? []) } };
  const inUse = await tx.placement.findFirst({ where: { slot: dropped }, include: { topic: true } });
  if (inUse) throw new Refused("slot-in-use", {}, { topic: inUse.topic.title });
  await forgetMoves(tx, { leftSlot: dropped });
  await tx.slot.deleteMany({ where: dropped });
  for (const { id, ...data } of slots)
    if (id) await tx.slot.updateMany({ where: { id }, data });
    else await tx.slot.create({ data: { ...data, eventId: event.id } });
}

/** A cell that is gone cannot be named as where a topic came from. */
async function forgetMoves(tx: Scope["tx"], where: object) {
  await tx.placement.updateMany({ where, data: { leftSlotId: null, leftRoomId: null } });
}
