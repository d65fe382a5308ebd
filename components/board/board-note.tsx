"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import type { RoomCard, Snapshot, TopicCard } from "@/lib/live/feed";
import { Dot } from "../topic/dot";
import { CellName } from "./cell-name";

type BoardNoteProps = { topic: TopicCard; room: RoomCard; board: Snapshot; dots: number };

/** What a note on the board says: title, convener, your dots, and whatever is unusual about its cell. */
export function BoardNote({ topic, room, board, dots }: BoardNoteProps) {
  const t = useTranslations("board");
  const heads = board.tallies?.[topic.id]?.[1] ?? 0;
  const tooSmall = room.capacity !== null && heads > room.capacity;
  return (
    <>
      <span className="board-title">{topic.title}</span>
      <span className="board-meta">
        {topic.convener && <span className="truncate">{topic.convener}</span>}
        {dots > 0 && (
          <span className="board-dots" role="img" aria-label={t("yourDots", { dots })}>
            {Array.from({ length: Math.min(dots, 5) }, (_, place) => `dot ${place}`).map((key) => (
              <Dot key={key} down />
            ))}
          </span>
        )}
        {topic.place?.pinned && <Icon name="pin" label={t("pinned")} className="size-3.5" />}
      </span>
      {topic.place?.from && (
        <Badge tone="accent">
          {t("movedFrom")} <CellName cell={topic.place.from} board={board} />
        </Badge>
      )}
      {tooSmall && <Badge tone="warn">{t("tooSmall", { heads, seats: room.capacity ?? 0 })}</Badge>}
    </>
  );
}
