"use client";

import { type RefObject, useEffect, useState } from "react";
import type { Anchor } from "@/lib/passage/rules";
import { seenText, selectedIn } from "./seen-text";

export type Spot = { top: number; left: number };
type Selected = { passage: Anchor; spot: Spot };

/** A tap on what is offered takes the selection away before it is heard. */
const pauseMs = 200;
const offerWidth = 220;

/** The words below `root` that are selected, by mouse, thumb or keyboard, once that rests; and where to offer something. */
export function useSelected(root: RefObject<HTMLElement | null>, isOn: boolean) {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setSelected(root.current && selectedBelow(root.current)), pauseMs);
    };
    document.addEventListener("selectionchange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", look);
    };
  }, [root, isOn]);
  return [selected, () => setSelected(null)] as const;
}

function selectedBelow(root: HTMLElement): Selected | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const passage = selectedIn(seenText(root), range);
  const last = [...range.getClientRects()].at(-1);
  return passage && last ? { passage, spot: spotBelow(root, last) } : null;
}

/** Just below a place of the screen, in sight, and not beyond the text's edge. */
export function spotBelow(root: HTMLElement, { bottom, left }: { bottom: number; left: number }): Spot {
  const box = root.getBoundingClientRect();
  return {
    top: Math.max(0, Math.min(bottom, innerHeight - 72) - box.top + 8),
    left: Math.max(0, Math.min(left - box.left, box.width - offerWidth)),
  };
}
