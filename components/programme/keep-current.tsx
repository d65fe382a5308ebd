"use client";

import { useRouter } from "next/navigation";
import { useContext, useEffect } from "react";
import { LiveContext } from "@/components/live/live-board";

type KeepCurrentProps = {
  /** The next moment at which something begins or ends: an ISO instant of the server's clock. */
  changesAt: string | null;
};

const longest = 10 * 60_000;
/** A whole hall reads the same programme. */
const spread = 3_000;

/**
 * Reads the page again when what runs changes, and when somebody comes back to it. Not while the phone is cut off:
 * what a captive portal would answer is no page of ours.
 */
export function KeepCurrent({ changesAt }: KeepCurrentProps) {
  const router = useRouter();
  const store = useContext(LiveContext);
  useEffect(() => {
    const isReachable = () => store === null || ["live", "polling"].includes(store.state.connection);
    const refresh = () => document.visibilityState === "visible" && isReachable() && router.refresh();
    const now = Date.now() + (store?.state.clockOffset ?? 0);
    const wait = changesAt === null ? longest : Date.parse(changesAt) - now + 500 + Math.random() * spread;
    const timer = setTimeout(refresh, Math.min(longest, Math.max(1000, wait)));
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router, store, changesAt]);
  return null;
}
