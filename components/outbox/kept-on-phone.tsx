"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { LiveContext } from "@/components/live/live-board";
import type { Entry } from "./entry";
import { type Kept, keptOf } from "./kept";

export const KeptContext = createContext<Kept | null>(null);

/** Keeps what people do below it, sends it, and brings it back when it is refused. Inside a `LiveBoard`. */
export function KeptOnPhone({ children }: { children: ReactNode }) {
  const store = useContext(LiveContext);
  const router = useRouter();
  const [kept] = useState(() => store && keptOf(store));

  useEffect(() => {
    if (!store || !kept) return;
    const stopWaiting = whenIdle(() => kept.open().catch(() => {}));
    const person = () => store.state.ballot.member?.mark;
    let [mark, connection] = [person(), store.state.connection];
    const stopWatching = store.subscribe(() => {
      const isBack = connection === "offline" && store.state.connection !== "offline";
      if (isBack || mark !== person()) void kept.wake();
      [mark, connection] = [person(), store.state.connection];
    });
    const stopListening = kept.listen(({ kind }, fate) => {
      if (fate.is !== "done") return;
      if (kind === "pitch") void store.outbox.learnMe();
      else if (kind !== "star") router.refresh();
    });
    return () => {
      stopWaiting();
      stopWatching();
      stopListening();
    };
  }, [store, kept, router]);

  return <KeptContext value={kept}>{children}</KeptContext>;
}

/** After the page has come to rest, and soon: a network that goes takes along what has not been fetched by then. */
function whenIdle(work: () => void) {
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(work, 200);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(work, { timeout: 500 });
  return () => cancelIdleCallback(idle);
}

const none: readonly Entry[] = [];
const never = () => () => {};

/** What waits or came back, of the person at this phone; nothing before the page is awake. */
export function useEntries() {
  const kept = useContext(KeptContext);
  return useSyncExternalStore(
    kept?.subscribe ?? never,
    () => kept?.entries ?? none,
    () => none,
  );
}

/** Whether scripts run: until then a form is the server's. */
export function useAwake() {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
