"use client";

import { lazy, Suspense } from "react";
import { useBoard } from "@/components/live/use-live";
import type { MicrophoneProps } from "./microphone-panel";

/** Most of the day nobody waits at the microphone: then it weighs nothing. */
const Panel = lazy(() => import("./microphone-panel").then((module) => ({ default: module.MicrophonePanel })));

/** Who pitches now and who is next, once somebody is. */
export function Microphone(actions: MicrophoneProps) {
  const { speaking, waiting } = useBoard().queue;
  if (!speaking && waiting.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Panel {...actions} />
    </Suspense>
  );
}
