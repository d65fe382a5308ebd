"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Asks the server again while somebody looks: joins are no part of the live board. The page is read anew only once the
 * server has answered: what cannot be read would be left for the browser's word that there is no network.
 */
export function KeepFresh({ seconds }: { seconds: number }) {
  const { refresh } = useRouter();
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return;
      const asked = { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(seconds * 500) } as const;
      const answer = await fetch(location.href, asked).catch(() => null);
      if (answer?.ok) refresh();
    };
    const timer = setInterval(() => void look(), seconds * 1_000);
    return () => clearInterval(timer);
  }, [refresh, seconds]);
  return null;
}
