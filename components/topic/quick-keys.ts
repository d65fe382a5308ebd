"use client";

import { useEffect } from "react";

type Moves = { next: () => void; back: (() => void) | null; give: (dots: number) => void; mine: number };

/** Arrow keys, and a number for that many dots, unless one is typing. */
export function useQuickKeys(moves: Moves) {
  useEffect(() => {
    const press = (key: KeyboardEvent) => {
      if (key.metaKey || key.ctrlKey || key.altKey || (key.target as HTMLElement).matches("input, textarea")) return;
      const move = moveOf(key.key, moves);
      if (!move) return;
      key.preventDefault();
      move();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
}

function moveOf(key: string, { next, back, give, mine }: Moves) {
  if (/^\d$/.test(key)) return () => give(Number(key));
  if (key === "ArrowUp") return () => give(mine + 1);
  if (key === "ArrowDown") return () => give(mine - 1);
  return key === "ArrowRight" ? next : key === "ArrowLeft" ? back : null;
}
