"use client";

import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { SpokenOf } from "@/lib/passage/queries";
import { type Marked, markedAt, markPassages, showPassage, unmarkPassages } from "./marks";
import { seenText } from "./seen-text";
import { type Spot, spotBelow } from "./use-selected";

const link = 'a[href*="#passage-"]';
const named = /#passage-([0-9a-f-]{36})/;

/** Marks what was spoken of, shows the passage that an address names, and says which ones somebody touched. */
export function useMarked(root: RefObject<HTMLElement | null>, passages: readonly SpokenOf[], told: ReactNode) {
  const marked = useRef<Marked[]>([]);
  const [touched, setTouched] = useState<{ ids: string[]; spot: Spot } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a text that was drawn anew is marked anew
  useEffect(() => {
    if (!root.current) return;
    marked.current = markPassages(seenText(root.current), passages);
    return () => unmarkPassages(marked.current);
  }, [root, passages, told]);

  useEffect(() => {
    const go = () => show(marked.current, location.hash);
    go();
    addEventListener("hashchange", go);
    return () => removeEventListener("hashchange", go);
  }, []);

  const touch = (click: React.MouseEvent) => {
    const target = click.target as Element;
    const leadsTo = target.closest<HTMLAnchorElement>(link);
    if (leadsTo) return show(marked.current, leadsTo.href);
    if (target.closest("a, button, input, summary") || !root.current) return;
    const ids = markedAt(marked.current, click.clientX, click.clientY).map(({ id }) => id);
    const spot = spotBelow(root.current, { bottom: click.clientY, left: click.clientX });
    setTouched(ids.length > 0 ? { ids, spot } : null);
  };
  return { touched, touch };
}

function show(marked: readonly Marked[], address: string) {
  const id = named.exec(address)?.[1];
  const one = marked.find((mark) => mark.id === id);
  if (one) showPassage(one);
}
