"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";

type CopyCodeProps = { /** The id of what is copied. */ from: string; copy: string; copied: string; failed: string };

/** Copies the lines as they are shown, with what was filled in. Words: copy, copied, failed. */
export function CopyCode({ from, copy, copied, failed }: CopyCodeProps) {
  const [state, tell] = useState<"idle" | "copied" | "failed">("idle");

  async function toClipboard() {
    const lines = document.querySelectorAll(`#${CSS.escape(from)} .code-text`);
    const text = [...lines].map((line) => line.textContent).join("\n");
    const outcome = await navigator.clipboard.writeText(text).then(
      () => "copied" as const,
      () => "failed" as const,
    );
    tell(outcome);
    setTimeout(() => tell("idle"), 2_000);
  }

  return (
    <Button look="plain" className="code-copy" onClick={toClipboard} aria-live="polite">
      {state === "copied" ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
      {{ idle: copy, copied, failed }[state]}
    </Button>
  );
}
