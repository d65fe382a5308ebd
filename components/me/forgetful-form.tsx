"use client";

import type { ReactNode } from "react";

type ForgetfulFormProps = { action: () => Promise<void>; children: ReactNode };

/** Leaving takes along what this phone kept for the person: dots that wait, drafts. The next person starts afresh. */
export function ForgetfulForm({ action, children }: ForgetfulFormProps) {
  return (
    <form action={action} onSubmit={forget}>
      {children}
    </form>
  );
}

function forget() {
  try {
    const ours = Object.keys(localStorage).filter((key) => key.startsWith("twofeet."));
    for (const key of ours) localStorage.removeItem(key);
  } catch {
    // a phone without storage kept nothing
  }
}
