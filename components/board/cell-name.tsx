import { ClockTime } from "@/components/live/clock-time";
import type { Snapshot } from "@/lib/live/feed";

type CellNameProps = { cell: { slotId: string; roomId: string }; board: Pick<Snapshot, "slots" | "rooms" | "event"> };

/** A place on the board in words: 14:15 · Lovelace. */
export function CellName({ cell, board }: CellNameProps) {
  const slot = board.slots.find(({ id }) => id === cell.slotId);
  const room = board.rooms.find(({ id }) => id === cell.roomId);
  if (!slot || !room) return null;
  return (
    <span className="cell-name">
      <ClockTime at={slot.startsAt} zone={board.event.zone} /> · {room.name}
    </span>
  );
}
