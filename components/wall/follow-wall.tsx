"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type FollowWallProps = {
  /** What the wall shows now: the board, or since when something is played. */
  showing: string;
  seconds: number;
};

/**
 * Asks every few seconds whether the wall shows something else by now, or nothing any more, and only then reads the page
 * anew: a projector whose server is away keeps what it shows.
 */
export function FollowWall({ showing, seconds }: FollowWallProps) {
  const { refresh } = useRouter();
  useEffect(() => {
    const look = async () => {
      const now = await shownBy(seconds * 900);
      if (now !== null && now !== showing) refresh();
    };
    const timer = setInterval(() => void look(), seconds * 1_000);
    return () => clearInterval(timer);
  }, [refresh, showing, seconds]);
  return <span hidden data-showing={showing} />;
}

/** Empty once the key opens nothing; null when nobody can say. */
async function shownBy(patienceMs: number) {
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(patienceMs) });
    if (answer.status === 404) return "";
    return answer.ok ? (/ data-showing="([^"]+)"/.exec(await answer.text())?.[1] ?? null) : null;
  } catch {
    return null;
  }
}
