"use client";

import { useContext, useSyncExternalStore } from "react";
import { LiveContext } from "./live-board";

const minute = 60_000;

function nowAndThen(look: () => void) {
  const timer = setInterval(look, 5_000);
  return () => clearInterval(timer);
}

/** The minute that runs by the server's clock, as an ISO instant: what is on now changes without any frame. */
export function useMinute() {
  const store = useContext(LiveContext);
  if (!store) throw new Error("There is no <LiveBoard> above this.");
  const minutes = useSyncExternalStore(
    nowAndThen,
    () => Math.floor((Date.now() + store.state.clockOffset) / minute),
    () => Math.floor(Date.parse(store.first.snapshot.now) / minute),
  );
  return new Date(minutes * minute).toISOString();
}
