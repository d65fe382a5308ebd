"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { Countdown } from "@/components/event/live-bar";
import { useBoard, useConnection } from "@/components/live/use-live";
import { useMinute } from "@/components/live/use-minute";
import { stayAwake } from "./stay-awake";
import { type Join, WallFrame } from "./wall-frame";
import { WallView } from "./wall-view";

/** The wall, live: never sleeps, says so when it has lost the server, and finds it again by itself. */
export function WallScreen({ join, qr }: { join: Join; qr: ReactNode }) {
  const t = useTranslations("wall");
  const board = { ...useBoard(), now: useMinute() };
  const { state } = useConnection();
  useEffect(stayAwake, []);
  const until = board.event.phaseEndsAt;
  const isAway = state === "offline" || state === "waiting";
  const word = state === "refused" ? "gone" : isAway && "offline";

  return (
    <WallFrame
      board={board}
      join={join}
      qr={qr}
      countdown={until && <Countdown until={until} />}
      connection={word && <span className="wall-offline">{t(word)}</span>}
    >
      <WallView board={board} />
    </WallFrame>
  );
}
