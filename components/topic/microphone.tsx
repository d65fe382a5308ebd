"use client";

import { lazy } from "react";
import { useBoard } from "@/components/live/use-live";
import type { MicrophoneProps } from "./microphone-panel";

/** Most of the day nobody waits at the microphone: then it weighs nothing. */
const Panel = lazy(() => import("./microphone-panel").then((module) => ({ default: module.MicrophonePanel })));

/** Who pitches now and who is next, once somebody is. */
export function Microphone(actions: MicrophoneProps) {
  const { speaking, waiting } = useBoard().queue;
  return speaking || waiting.length > 0 ? <Panel {...actions} /> : null;
}
