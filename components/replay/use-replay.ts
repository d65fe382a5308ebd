"use client";

import { useCallback, useEffect, useReducer } from "react";
import { type ReplayedEvent, speeds, stepFrom, type Tick, tick, wallSpeed } from "@/lib/replay/rules";

export type Replaying = Tick & { speed: (typeof speeds)[number]; asks: boolean };
export type ReplayAct =
  | { kind: "pass"; ms: number }
  | { kind: "toggle" | "forward" | "back" | "begin" | "faster" | "slower" | "ask" };

type Reel = { events: readonly ReplayedEvent[]; span: readonly [number, number] };

/** Where the replay stands and what moves it; on a wall it plays by itself. With reduced motion it moves once a second. */
export function useReplay(reel: Reel, begun: number, byItself: boolean) {
  const reduce = useCallback((state: Replaying, act: ReplayAct) => after(state, act, reel), [reel]);
  const [state, act] = useReducer(reduce, {
    ...{ now: begun, isStopped: !byItself, asked: null },
    ...{ speed: wallSpeed, asks: !byItself },
  });

  useEffect(() => {
    if (state.isStopped) return;
    const everyMs = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1_000 : 200;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      act({ kind: "pass", ms: now - last });
      last = now;
    }, everyMs);
    return () => clearInterval(timer);
  }, [state.isStopped]);

  return [state, act] as const;
}

function after(state: Replaying, act: ReplayAct, { events, span }: Reel): Replaying {
  const { now, speed, asks } = state;
  const to = (forward: boolean) => stepFrom(now, events, forward) ?? (forward ? span[1] : span[0]);
  switch (act.kind) {
    case "pass":
      return { ...state, ...tick(state, { passedMs: act.ms, speed, asks, events, until: span[1] }) };
    case "toggle":
      return now >= span[1]
        ? { ...state, now: span[0], asked: null, isStopped: false }
        : { ...state, isStopped: !state.isStopped };
    case "forward":
      return { ...state, now: to(true), isStopped: true };
    case "back":
      return { ...state, now: to(false), isStopped: true, asked: null };
    case "begin":
      return { ...state, now: span[0], isStopped: true, asked: null };
    case "faster":
      return { ...state, speed: speeds.find((one) => one > speed) ?? speed };
    case "slower":
      return { ...state, speed: speeds.findLast((one) => one < speed) ?? speed };
    case "ask":
      return { ...state, asks: !asks };
  }
}

const keys: Record<string, Exclude<ReplayAct, { kind: "pass" }>["kind"]> = {
  " ": "toggle",
  k: "toggle",
  ArrowRight: "forward",
  ArrowLeft: "back",
  Home: "begin",
  "+": "faster",
  "-": "slower",
  d: "ask",
};

/** A presenter's clicker sends arrows, a keyboard all of them. A button that has the focus takes its space bar itself. */
export function useReplayKeys(act: (act: ReplayAct) => void) {
  useEffect(() => {
    const press = (pressed: KeyboardEvent) => {
      const kind =
        keys[pressed.key === "PageDown" ? "ArrowRight" : pressed.key === "PageUp" ? "ArrowLeft" : pressed.key];
      const isHeld = pressed.ctrlKey || pressed.metaKey || pressed.altKey;
      const isOnControl =
        pressed.key === " " && pressed.target instanceof Element && pressed.target.closest("button, a");
      if (!kind || isHeld || isOnControl) return;
      pressed.preventDefault();
      act({ kind });
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [act]);
}
