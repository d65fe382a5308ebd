"use client";

import { useContext, useSyncExternalStore } from "react";
import { LiveContext } from "./live-board";

function everySecond(tick: () => void) {
  const timer = setInterval(tick, 1_000);
  return () => clearInterval(timer);
}

/** The server's clock in whole seconds since 1970: a phone's own clock may be days off. */
export function useServerSeconds() {
  const store = useContext(LiveContext);
  if (!store) throw new Error("There is no <LiveBoard> above this.");
  return useSyncExternalStore(
    everySecond,
    () => Math.floor((Date.now() + store.state.clockOffset) / 1000),
    () => Math.floor(Date.parse(store.first.snapshot.now) / 1000),
  );
}

/** Seconds until that instant by the server's clock, never below 0; null without one. */
export function useCountdown(until: string | null) {
  const now = useServerSeconds();
  return until === null ? null : Math.max(0, Math.ceil(Date.parse(until) / 1000) - now);
}
