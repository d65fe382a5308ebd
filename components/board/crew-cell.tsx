"use client";

import { useDraggable, useDroppable } from "@dnd-kit/core";
import { useTranslations } from "next-intl";
import type { Ballot, RoomCard, SlotCard, Snapshot, TopicCard } from "@/lib/live/feed";
import { BoardNote } from "./board-note";
import { CellName } from "./cell-name";

type CrewCellProps = {
  board: Snapshot;
  ballot: Ballot;
  topic: TopicCard | null;
  slot: SlotCard;
  room: RoomCard;
  picked: string | null;
  pick: (topicId: string | null) => void;
  put: (topicId: string, cell: string) => void;
};

/** One cell that takes a note: dropped, or put there by a tap or Enter while one is picked. */
export function CrewCell({ board, ballot, topic, slot, room, picked, pick, put }: CrewCellProps) {
  const t = useTranslations("board");
  const id = `${slot.id} ${room.id}`;
  const { setNodeRef, isOver } = useDroppable({ id });
  const act = () => {
    if (picked && picked !== topic?.id) put(picked, id);
    else pick(picked ? null : (topic?.id ?? null));
  };
  const place = `${board.slots.indexOf(slot)}:${board.rooms.indexOf(room)}`;

  return (
    <div ref={setNodeRef} className="crew-cell" data-over={isOver || undefined}>
      {topic ? (
        <DraggableNote
          topic={topic}
          mine={ballot.mine.includes(topic.id)}
          picked={picked === topic.id}
          act={act}
          place={place}
        >
          <BoardNote topic={topic} room={room} board={board} dots={0} />
        </DraggableNote>
      ) : (
        <button
          type="button"
          data-cell={place}
          data-picked={picked !== null || undefined}
          className="vacant board-vacant"
          onClick={act}
        >
          {picked ? t("placeHere") : t("free")}
          <span className="sr-only">
            {" "}
            <CellName cell={{ slotId: slot.id, roomId: room.id }} board={board} />
          </span>
        </button>
      )}
    </div>
  );
}

type DraggableNoteProps = {
  topic: TopicCard;
  mine?: boolean;
  picked: boolean;
  act: () => void;
  place?: string;
  children: React.ReactNode;
};

/** A note that can be picked up: by dragging it, or by pressing it. */
export function DraggableNote({ topic, mine = false, picked, act, place, children }: DraggableNoteProps) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: topic.id });
  return (
    <button
      ref={setNodeRef}
      type="button"
      aria-pressed={picked}
      data-cell={place}
      data-mine={mine || undefined}
      data-dragged={isDragging || undefined}
      className="sticky-note board-note"
      {...listeners}
      onClick={act}
    >
      {children}
    </button>
  );
}
