"use client";

import { useEffect, useRef } from "react";

/** While something is offered, Tab leads to it, once; Escape sends it away. */
export function useTabTo(isOffered: boolean, dismiss: () => void) {
  const button = useRef<HTMLButtonElement>(null);
  const away = useRef(dismiss);
  away.current = dismiss;
  useEffect(() => {
    if (!isOffered) return;
    let wasLed = false;
    const press = (key: KeyboardEvent) => {
      if (key.key === "Escape") away.current();
      if (key.key !== "Tab" || key.shiftKey || wasLed) return;
      wasLed = true;
      key.preventDefault();
      button.current?.focus();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [isOffered]);
  return button;
}
