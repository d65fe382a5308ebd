"use client";

import { Check, Copy } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "./button";

type CopyLinkProps = { label: string; address: string; copy: string; copied: string };

/** An address to hand on: shown whole, copied with one tap. Props: label, address, copy, copied (words). */
export function CopyLink({ label, address, copy, copied }: CopyLinkProps) {
  const id = useId();
  const [done, setDone] = useState(false);

  async function toClipboard() {
    await navigator.clipboard.writeText(address);
    setDone(true);
    setTimeout(() => setDone(false), 2_000);
  }

  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          className="control font-mono text-sm"
          readOnly
          value={address}
          onFocus={(f) => f.target.select()}
        />
        <Button onClick={toClipboard} aria-live="polite">
          {done ? <Check aria-hidden className="size-5" /> : <Copy aria-hidden className="size-5" />}
          {done ? copied : copy}
        </Button>
      </div>
    </div>
  );
}
