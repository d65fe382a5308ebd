"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, useRef, useState } from "react";
import { Time } from "@/components/ui/time";
import type { RoomCard, SlotCard, Snapshot } from "@/lib/live/feed";
import { runsAt } from "../board/current-slot";
import { useFit } from "./fit";
import { pagesOf, useTurning } from "./pages";

const mostRooms = 6;
const fewestRooms = 3;
const mostSlots = 4;

/** Rooms across, times down, as the wall in the hall; bigger boards turn their pages. */
export function WallBoard({ board }: { board: Snapshot }) {
  const t = useTranslations("wall");
  const [across, setAcross] = useState(mostRooms);
  const pages = pagesOf(board.slots, mostSlots).flatMap((slots) =>
    pagesOf(board.rooms, across).map((rooms) => ({ slots, rooms })),
  );
  const shown = useTurning(pages.length, 14);
  const { slots, rooms } = pages[shown] ?? { slots: [], rooms: [] };
  const frame = useRef<HTMLDivElement>(null);
  useFit(frame, `${board.seq} ${shown} ${across}`, () => {
    setAcross(Math.max(fewestRooms, across - 1));
    return across > fewestRooms;
  });

  return (
    <section className="wall-section">
      {pages.length > 1 && <h2>{t("page", { page: shown + 1, pages: pages.length })}</h2>}
      <div
        ref={frame}
        key={shown}
        className="wall-board"
        style={{ "--rooms": rooms.length, "--slots": slots.length } as CSSProperties}
      >
        <span />
        {rooms.map((room) => (
          <h3 key={room.id}>{room.name}</h3>
        ))}
        {slots.map((slot) => (
          <WallRow key={slot.id} board={board} slot={slot} rooms={rooms} now={runsAt(slot, board.now)} />
        ))}
      </div>
    </section>
  );
}

type WallRowProps = { board: Snapshot; slot: SlotCard; rooms: readonly RoomCard[]; now: boolean };

function WallRow({ board, slot, rooms, now }: WallRowProps) {
  const t = useTranslations("wall");
  const at = (room: RoomCard) =>
    board.topics.find(({ place }) => place?.slotId === slot.id && place.roomId === room.id) ?? null;
  return (
    <>
      <p className="wall-time" data-now={now || undefined}>
        <Time at={slot.startsAt} zone={board.event.zone} />
        {now && (
          <span className="phase" data-runs>
            {t("now")}
          </span>
        )}
      </p>
      {rooms.map((room) => {
        const topic = at(room);
        if (!topic) return <div key={room.id} className="vacant" />;
        return (
          <div key={room.id} className="sticky-note wall-note" data-whole>
            <p className="wall-title">{topic.title}</p>
            {topic.convener && <p className="wall-meta">{topic.convener}</p>}
          </div>
        );
      })}
    </>
  );
}
