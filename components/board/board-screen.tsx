"use client";

import { useTranslations } from "next-intl";
import { lazy } from "react";
import { useBallot, useBoard } from "@/components/live/use-live";
import { useMinute } from "@/components/live/use-minute";
import { EmptyState } from "@/components/ui/empty-state";
import { BoardView } from "./board-view";
import type { BoardActions } from "./moves";

/** Dragging weighs as much as the rest of the page: only those who place load it. */
const CrewBoard = lazy(() => import("./crew-board").then((module) => ({ default: module.CrewBoard })));

/** The board as it stands now; with actions for those who may move things. */
export function BoardScreen({ actions }: { actions: BoardActions | null }) {
  const t = useTranslations("board");
  const board = { ...useBoard(), now: useMinute() };
  const { ballot } = useBallot();
  if (board.slots.length === 0 || board.rooms.length === 0)
    return (
      <>
        <h1 className="sr-only">{t("title")}</h1>
        <EmptyState title={t("empty.title")}>{t("empty.help")}</EmptyState>
      </>
    );
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      {actions ? (
        <CrewBoard board={board} ballot={ballot} actions={actions} />
      ) : (
        <BoardView board={board} ballot={ballot} />
      )}
    </>
  );
}
