"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks the server again while somebody looks: joins are no part of the live board. */
export function KeepFresh({ seconds }: { seconds: number }) {
  const { refresh } = useRouter();
  useEffect(() => {
    const timer = setInterval(() => document.hidden || refresh(), seconds * 1_000);
    return () => clearInterval(timer);
  }, [refresh, seconds]);
  return null;
}
