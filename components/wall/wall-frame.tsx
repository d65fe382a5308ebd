"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PhaseBadge } from "@/components/event/phase-badge";
import type { Snapshot } from "@/lib/live/feed";

/** Where a phone joins: the address in short words, and the code to type there. */
export type Join = { short: string; code: string } | null;

type WallFrameProps = {
  board: Snapshot;
  join: Join;
  qr: ReactNode;
  countdown?: ReactNode;
  connection?: ReactNode;
  children: ReactNode;
};

/** What every wall shows: the event, the phase and its time on top, the way in at the side, the rest for content. */
export function WallFrame({ board, join, qr, countdown, connection, children }: WallFrameProps) {
  const t = useTranslations("wall");
  return (
    <main data-theme="projector" className="wall">
      <header className="wall-head">
        <h1>{board.event.name}</h1>
        {connection}
        <p className="wall-phase">
          <PhaseBadge phase={board.event.phase} />
          {countdown}
        </p>
      </header>
      <div className="wall-body">{children}</div>
      {join && (
        <aside className="wall-join">
          {qr}
          <div>
            <p className="wall-join-call">{t("join")}</p>
            <p className="wall-join-address">{join.short}</p>
            <p>
              {t("code")} <strong>{join.code}</strong>
            </p>
          </div>
        </aside>
      )}
    </main>
  );
}
