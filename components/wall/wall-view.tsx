"use client";

import { useTranslations } from "next-intl";
import type { Snapshot } from "@/lib/live/feed";
import { TurnLeft } from "../topic/turn-left";
import { WallBoard } from "./wall-board";
import { WallMessage } from "./wall-message";
import { WallTopics } from "./wall-topics";

/** What hangs on the wall in this phase. */
export function WallView({ board }: { board: Snapshot }) {
  const t = useTranslations("wall");
  const { phase } = board.event;
  if (phase === "placing" || phase === "running") return <WallBoard board={board} />;
  if (phase === "marketplace" || phase === "voting") return <WallMarket board={board} />;
  return <WallMessage title={t(`${phase}.title`)}>{t(`${phase}.help`)}</WallMessage>;
}

function WallMarket({ board }: { board: Snapshot }) {
  const t = useTranslations("wall");
  const newest = board.topics.toSorted((a, b) => b.pitchedAt.localeCompare(a.pitchedAt));
  const speaking = board.topics.find(({ id }) => id === board.queue.speaking?.topicId);
  if (newest.length === 0) return <WallMessage title={t("empty.title")}>{t("empty.help")}</WallMessage>;
  const heading = board.event.phase === "voting" ? "vote" : "newest";
  return (
    <>
      {speaking && (
        <p className="wall-speaking">
          <span>{t("speaking")}</span> <strong>{speaking.title}</strong>
          {board.queue.speaking && <TurnLeft speaking={board.queue.speaking} />}
        </p>
      )}
      <WallTopics board={board} topics={newest} heading={t(heading, { count: newest.length })} />
    </>
  );
}
