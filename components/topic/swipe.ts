"use client";

import { type PointerEvent, useRef } from "react";

const far = 72;

/** Follows a finger sideways and says which way it went; the card moves back when it did not go far. */
export function useSwipe(on: { left: () => void; right: () => void }) {
  const start = useRef<{ x: number; y: number } | null>(null);
  const follow = (move: PointerEvent<HTMLElement>, by: number) => {
    move.currentTarget.style.transform = by ? `translateX(${by}px) rotate(${by / 40}deg)` : "";
    move.currentTarget.style.transition = by ? "none" : "transform 160ms";
  };
  return {
    onPointerDown: (down: PointerEvent<HTMLElement>) => {
      if (down.pointerType !== "mouse" || down.button === 0) start.current = { x: down.clientX, y: down.clientY };
    },
    onPointerMove: (move: PointerEvent<HTMLElement>) => {
      if (!start.current) return;
      const by = move.clientX - start.current.x;
      if (Math.abs(by) > 10) move.currentTarget.setPointerCapture(move.pointerId);
      if (Math.abs(by) > 10) follow(move, by);
    },
    onPointerUp: (up: PointerEvent<HTMLElement>) => {
      const by = start.current ? up.clientX - start.current.x : 0;
      start.current = null;
      follow(up, 0);
      if (by < -far) on.left();
      if (by > far) on.right();
    },
    onPointerCancel: (cancel: PointerEvent<HTMLElement>) => {
      start.current = null;
      follow(cancel, 0);
    },
  };
}
