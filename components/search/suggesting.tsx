"use client";

import { type ComponentProps, useEffect, useId, useState } from "react";

/** A pause in typing, after which it is worth to ask. */
const pauseMs = 150;

/** A search field that offers ways to go on, by words of what is published. Without JavaScript it is a field. */
export function Suggesting({ defaultValue = "", ...input }: Omit<ComponentProps<"input">, "list" | "value">) {
  const id = useId();
  const [typed, type] = useState(String(defaultValue));
  const [offers, offer] = useState<string[]>([]);

  useEffect(() => {
    if (typed.trim().length < 2 || typed === defaultValue) return;
    const stop = new AbortController();
    const soon = setTimeout(() => suggested(typed, stop.signal).then(offer, () => undefined), pauseMs);
    return () => {
      clearTimeout(soon);
      stop.abort();
    };
  }, [typed, defaultValue]);

  return (
    <>
      <input
        type="search"
        list={id}
        defaultValue={defaultValue}
        onChange={({ target }) => type(target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        {...input}
      />
      <datalist id={id}>
        {offers.map((words) => (
          <option key={words} value={words} />
        ))}
      </datalist>
    </>
  );
}

async function suggested(typed: string, signal: AbortSignal): Promise<string[]> {
  const answer = await fetch(`/library/suggest?q=${encodeURIComponent(typed)}`, { signal });
  return answer.ok ? await answer.json() : [];
}
