"use client";

import { createContext, type ReactNode, useEffect, useRef, useState } from "react";
import type { Ballot, Snapshot } from "@/lib/live/feed";
import { noBallot } from "./state";
import { type Store, storeOf } from "./store";

export const LiveContext = createContext<Store | null>(null);

type LiveBoardProps = {
  initial: Snapshot;
  /** Absent where nobody votes, as on the wall. */
  ballot?: Ballot;
  wallKey?: string;
  /** Shows what the hall sees, whoever looks: for a projector opened by a facilitator. */
  hall?: boolean;
  children: ReactNode;
};

/** Keeps everything below it live: starts from what the server rendered, then follows the event. */
export function LiveBoard({ initial, ballot = noBallot, wallKey, hall = false, children }: LiveBoardProps) {
  const { id, slug } = initial.event;
  const [store] = useState(() => storeOf({ slug, eventId: id, wallKey: wallKey ?? null, hall }, initial, ballot));
  useEffect(() => store.use(), [store]);
  const shown = useRef({ initial, ballot });
  useEffect(() => {
    const isSame = shown.current.initial === initial && shown.current.ballot === ballot;
    if (isSame) store.offer(initial, ballot);
    else store.replace(initial, ballot);
    shown.current = { initial, ballot };
  }, [store, initial, ballot]);
  return <LiveContext value={store}>{children}</LiveContext>;
}
