"use client";

import { useCallback, useContext, useSyncExternalStore } from "react";
import { LiveContext } from "./live-board";
import { dotsLeft, dotsOn, type LiveState } from "./state";

function useStore() {
  const store = useContext(LiveContext);
  if (!store) throw new Error("There is no <LiveBoard> above this.");
  return store;
}

/** `select` must answer the same value for the same state: a part of it, or a primitive. */
function useLive<T>(select: (state: LiveState) => T): T {
  const store = useStore();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.state),
    () => select(store.first),
  );
}

/** The board as it stands now. */
export function useBoard() {
  return useLive((state) => state.snapshot);
}

/** The member's own side, without what is still on its way (`useDots` has that). */
export function useBallot() {
  const store = useStore();
  return {
    ballot: useLive((state) => state.ballot),
    left: useLive(dotsLeft),
    waiting: useLive((state) => Object.keys(state.pending).length),
    /** The last no, until the next cast or until it is dismissed. */
    refusal: useLive((state) => state.refusal),
    dismiss: useCallback(() => store.set({ refusal: null }), [store]),
  };
}

/** One topic's dots of this member. `pending`: saved on this phone, not acknowledged yet. `cast` takes an absolute number. */
export function useDots(topicId: string) {
  const store = useStore();
  return {
    mine: useLive((state) => dotsOn(state, topicId)),
    pending: useLive((state) => topicId in state.pending),
    left: useLive(dotsLeft),
    cast: useCallback((dots: number) => store.outbox.cast(topicId, dots), [store, topicId]),
  };
}

/** How the phone hears of changes, and when it last did (milliseconds, the server's clock); `tryNow` asks at once. */
export function useConnection() {
  const { tryNow } = useStore();
  return { state: useLive((state) => state.connection), lastUpdated: useLive((state) => state.heardAt), tryNow };
}
