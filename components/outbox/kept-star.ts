"use client";

import { useContext, useEffect, useState } from "react";
import type { FormState } from "@/lib/web/form-state";
import { KeptContext, useAwake, useEntries } from "./kept-on-phone";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** A star as this person left it: what waits, and what was sent since, goes before what the page was made with. */
export function useKeptStar(entryId: string, rendered: boolean, action: Action) {
  const kept = useContext(KeptContext);
  const awake = useAwake();
  const waits = useEntries().findLast((one) => one.kind === "star" && one.about === entryId && one.no === null);
  const [sent, setSent] = useState<{ over: boolean; starred: boolean } | null>(null);
  useEffect(
    () =>
      kept?.listen(({ kind, about, values }, fate) => {
        if (kind !== "star" || about !== entryId || fate.is === "kept") return;
        setSent(fate.is === "done" ? { over: rendered, starred: values.starred === "true" } : null);
      }),
    [kept, entryId, rendered],
  );

  async function keep(previous: FormState, form: FormData): Promise<FormState> {
    const values = { entryId, starred: String(form.get("starred")) };
    const fate = await kept?.keep("star", entryId, values).catch(() => null);
    if (!fate) return action(previous, form);
    if (fate.is === "refused") return { status: "refused", ...fate.no, values };
    return { status: "done", value: null };
  }

  // a page made anew knows better than what was sent from the one before
  const known = sent?.over === rendered ? sent.starred : rendered;
  const starred = waits ? waits.values.starred === "true" : known;
  return { starred, kept: waits !== undefined && kept?.stalled === true, action: awake && kept ? keep : action };
}
