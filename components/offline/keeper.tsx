"use client";

import { usePathname, useRouter } from "next/navigation";
import { useContext, useEffect, useRef } from "react";
import { LiveContext } from "@/components/live/live-board";
import type { Keeper as For } from "@/lib/offline/rules";
import { keptAt } from "./kept-at";
import "./install-offer";
import type { Keeping } from "./keeping";

type KeeperProps = For & {
  /** Changes whenever the server rendered the page anew. */
  rendered: string;
};

/** Long after the first screen is of use: keeping a day costs nobody their first look at it. */
const quietMs = 4_000;
const knownMs = 500;
/** A hall may have come at the same moment. */
const spreadMs = 4_000;

/** Keeps the event readable without a network, on events that allow it. The work itself is loaded later. */
export function Keeper({ person, audience, rendered }: KeeperProps) {
  const store = useContext(LiveContext);
  const path = usePathname();
  const { refresh } = useRouter();
  const keeping = useRef<Keeping | null>(null);
  const seen = useRef(rendered);

  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !store || !("serviceWorker" in navigator)) return;
    let isOver = false;
    const begin = async () => {
      stop();
      const { Keeping } = await import("./keeping");
      if (!isOver) keeping.current = new Keeping(store, { person, audience }, refresh);
    };
    const soon = () => void begin().catch(() => {});
    const timer = setTimeout(soon, restMs());
    // or when the phone goes back into its pocket
    document.addEventListener("visibilitychange", soon);
    const stop = () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", soon);
    };
    return () => {
      isOver = true;
      stop();
      keeping.current?.end();
    };
  }, [store, person, audience, refresh]);

  useEffect(() => {
    keeping.current?.visit(path, rendered !== seen.current);
    seen.current = rendered;
  }, [path, rendered]);

  return null;
}

/** A phone that keeps things already has the code here, and must hear soon when it may not any more. */
function restMs() {
  if (keptAt() !== null) return 0;
  return navigator.serviceWorker.controller ? knownMs : quietMs + Math.random() * spreadMs;
}
