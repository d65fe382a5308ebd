"use client";

import { useEffect, useState } from "react";

/** Cuts things into pages of even length, at most `most` on each. */
export function pagesOf<T>(things: readonly T[], most: number): T[][] {
  const count = Math.max(1, Math.ceil(things.length / Math.max(1, most)));
  const each = Math.ceil(things.length / count);
  return Array.from({ length: count }, (_, page) => things.slice(page * each, (page + 1) * each));
}

/** Which of `count` pages is up; turns by itself. */
export function useTurning(count: number, seconds: number) {
  const [page, setPage] = useState(0);
  useEffect(() => {
    if (count < 2) return;
    const turn = setInterval(() => setPage((now) => now + 1), seconds * 1000);
    return () => clearInterval(turn);
  }, [count, seconds]);
  return page % count;
}
