"use client";

import { useEffect, useState } from "react";
import { keptTexts } from "@/components/topic/draft";
import type { Anchor } from "@/lib/passage/rules";
import { commentDraft } from "./comment-draft";

/** The passage of a comment that was typed here and not sent, looked for whenever `isTime`. */
export function useBegun({ person, entry }: { person: string; entry: string }, isTime: boolean) {
  const [begun, setBegun] = useState<Anchor | null>(null);
  useEffect(() => {
    if (!isTime) return;
    const { quote = "", prefix = "", suffix = "", body } = keptTexts(commentDraft(person, entry, "passage"));
    setBegun(body && quote ? { quote, prefix, suffix } : null);
  }, [person, entry, isTime]);
  return begun;
}
