"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, type ReactNode, useRef } from "react";
import { ClockTime } from "@/components/live/clock-time";
import { Badge } from "@/components/ui/badge";
import type { RoomCard, SlotCard, Snapshot, TopicCard } from "@/lib/live/feed";
import { runsAt } from "./current-slot";
import { RoomLabel } from "./room-label";
import { SlotTabs } from "./slot-tabs";

type BoardGridProps = {
  board: Snapshot;
  /** The slot that runs or comes next; the phone opens there. */
  current: string | null;
  cell: (topic: TopicCard | null, slot: SlotCard, room: RoomCard) => ReactNode;
};

/**
 * Slots × rooms from one piece of HTML: on a phone one slot a screen, swiped sideways, rooms as rows; on a desk a
 * wall with rooms across and times down.
 */
export function BoardGrid({ board, current, cell }: BoardGridProps) {
  const t = useTranslations("board");
  const pager = useRef<HTMLDivElement>(null);
  const { slots, rooms, event } = board;
  const standing = new Map(board.topics.map((topic) => [cellKey(topic.place), topic]));

  return (
    <div className="board" style={{ "--rooms": rooms.length, "--slots": slots.length } as CSSProperties}>
      <SlotTabs slots={slots} zone={event.zone} now={board.now} current={current} pager={pager} />
      <div aria-hidden className="board-rooms">
        {rooms.map((room) => (
          <RoomLabel key={room.id} room={room} />
        ))}
      </div>
      <div ref={pager} className="board-slots">
        {slots.map((slot) => (
          <section
            key={slot.id}
            id={`slot-${slot.id}`}
            aria-labelledby={`at-${slot.id}`}
            data-now={slot.id === current || undefined}
          >
            <h2 id={`at-${slot.id}`} className="board-time">
              <ClockTime at={slot.startsAt} until={slot.endsAt} zone={event.zone} />
              {slot.title && <span className="font-normal text-soft text-xs">{slot.title}</span>}
              {runsAt(slot, board.now) && <Badge tone="accent">{t("current")}</Badge>}
            </h2>
            <ul>
              {rooms.map((room) => (
                <li key={room.id} className="board-cell">
                  <h3>
                    <RoomLabel room={room} />
                  </h3>
                  {cell(standing.get(cellKey({ slotId: slot.id, roomId: room.id })) ?? null, slot, room)}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

const cellKey = (cell: { slotId: string; roomId: string } | null) => (cell ? `${cell.slotId} ${cell.roomId}` : "");
