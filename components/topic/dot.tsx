"use client";

import { useState } from "react";

type DotProps = {
  /** Put down, or an empty place for one. */
  down: boolean;
  /** Put down but not yet acknowledged. */
  pending?: boolean;
  /** Lands with a movement when it appears. */
  fresh?: boolean;
};

/** One dot sticker, 1em wide. Decorative: whoever shows it says the number in words. */
export function Dot({ down, pending = false, fresh = false }: DotProps) {
  const [lands] = useState(fresh);
  const state = down ? (pending ? "pending" : "down") : "empty";
  return <span aria-hidden data-state={state} className={lands ? "dot animate-land" : "dot"} />;
}
