"use client";

import { useCountdown } from "@/components/live/use-countdown";

/** Seconds of the turn that are left. */
export function TurnLeft({ speaking }: { speaking: { since: string; seconds: number } }) {
  const until = new Date(Date.parse(speaking.since) + speaking.seconds * 1000).toISOString();
  const left = useCountdown(until) ?? 0;
  return (
    <span className="countdown whitespace-nowrap" data-over={left === 0 || undefined}>
      {Math.floor(left / 60)}:{String(left % 60).padStart(2, "0")}
    </span>
  );
}
