"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type KeepCurrentProps = {
  /** The next moment at which something begins or ends: an ISO instant. */
  changesAt: string | null;
};

const longest = 10 * 60_000;

/** Reads the page again when what runs changes, and when somebody comes back to it. */
export function KeepCurrent({ changesAt }: KeepCurrentProps) {
  const router = useRouter();
  useEffect(() => {
    const refresh = () => document.visibilityState === "visible" && router.refresh();
    const wait = changesAt === null ? longest : Date.parse(changesAt) - Date.now() + 500;
    const timer = setTimeout(refresh, Math.min(longest, Math.max(1000, wait)));
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router, changesAt]);
  return null;
}
