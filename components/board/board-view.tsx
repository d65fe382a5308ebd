"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Ballot, Snapshot } from "@/lib/live/feed";
import { BoardGrid } from "./board-grid";
import { BoardNote } from "./board-note";
import { currentSlot } from "./current-slot";

type BoardViewProps = { board: Snapshot; ballot: Ballot };

/** The board for those who read it; every note leads to its topic. */
export function BoardView({ board, ballot }: BoardViewProps) {
  const t = useTranslations("board");
  return (
    <BoardGrid
      board={board}
      current={currentSlot(board)}
      cell={(topic, _slot, room) =>
        topic ? (
          <Link
            href={`/e/${board.event.slug}/topics/${topic.id}`}
            className="sticky-note board-note"
            data-mine={ballot.mine.includes(topic.id) || undefined}
          >
            <BoardNote topic={topic} room={room} board={board} dots={ballot.dots[topic.id] ?? 0} />
          </Link>
        ) : (
          <p className="vacant board-vacant">{t("free")}</p>
        )
      }
    />
  );
}
