"use client";

import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Refusal } from "@/components/ui/refusal";
import type { Ballot, Snapshot } from "@/lib/live/feed";
import { BoardGrid } from "./board-grid";
import { CrewCell } from "./crew-cell";
import { CrewTray } from "./crew-tray";
import { currentSlot } from "./current-slot";
import { walkCells } from "./grid-keys";
import { type BoardActions, useMoves } from "./moves";

/** The library would read ids aloud, in English; what a drop came to is said by the notice. */
const silence = () => undefined;
const spokenByOurselves = {
  announcements: { onDragStart: silence, onDragOver: silence, onDragEnd: silence, onDragCancel: silence },
  screenReaderInstructions: { draggable: "" },
};

type CrewBoardProps = { board: Snapshot; ballot: Ballot; actions: BoardActions };

/** The board for those who place: drag a note, or tap a note and then a cell, or both with the keyboard. */
export function CrewBoard({ board, ballot, actions }: CrewBoardProps) {
  const t = useTranslations("board");
  const [picked, pick] = useState<string | null>(null);
  const [dragged, drag] = useState<string | null>(null);
  const { moved, outcome, forget, ...moves } = useMoves(board.topics, actions, pick);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const put = (topicId: string, cell: string) => {
    const [slotId = "", roomId = ""] = cell.split(" ");
    pick(null);
    moves.put(topicId, { slotId, roomId });
  };
  const drop = ({ active, over }: DragEndEvent) => {
    drag(null);
    if (over?.id === "tray") moves.clear(String(active.id));
    else if (over) put(String(active.id), String(over.id));
  };
  const titleOf = (id: string | null) => moved.find((topic) => topic.id === id)?.title ?? "";

  return (
    <DndContext
      id="board"
      accessibility={spokenByOurselves}
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => drag(String(active.id))}
      onDragEnd={drop}
      onDragCancel={() => drag(null)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up here from the buttons inside */}
      <div className="crew-board" onKeyDown={(key) => (key.key === "Escape" ? pick(null) : walkCells(key))}>
        <div className="min-w-0">
          {outcome && <Refusal state={outcome.state} onClose={forget} />}
          {outcome?.undo && (
            <Notice
              tone="good"
              title={t("moved", { topic: titleOf(outcome.topicId) })}
              action={<Button onClick={outcome.undo}>{t("undo")}</Button>}
            />
          )}
          <BoardGrid
            board={{ ...board, topics: [...moved] }}
            current={currentSlot(board)}
            cell={(topic, slot, room) => (
              <CrewCell key={`${slot.id} ${room.id}`} {...{ board, ballot, topic, slot, room, picked, pick, put }} />
            )}
          />
        </div>
        <CrewTray {...{ board, topics: moved, picked, pick }} {...moves} />
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <div className="sticky-note board-note rotate-2 shadow-high">
            <span className="board-title">{titleOf(dragged)}</span>
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
