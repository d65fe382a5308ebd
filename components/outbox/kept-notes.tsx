"use client";

import { useContext } from "react";
import type { Kind } from "./entry";
import { KeptContext, useEntries } from "./kept-on-phone";

type KeptNotesProps = {
  /** Only of this kind. */
  kind?: Kind;
  /** Only what is about this. */
  about?: string;
  /** What came back in any case. */
  back?: boolean;
};

/** Things that wait on this phone, and those that came back, as notes. Nothing where there are none. */
export function KeptNotes({ kind, about, back = false }: KeptNotesProps) {
  const kept = useContext(KeptContext);
  const entries = useEntries();
  if (!kept?.List) return null;
  const shown = entries.filter((entry) => {
    if (back && entry.no !== null) return true;
    return (kind ?? entry.kind) === entry.kind && (about ?? entry.about) === entry.about;
  });
  const worthSaying = shown.filter(({ no }) => no !== null || kept.stalled);
  return worthSaying.length > 0 && <kept.List entries={worthSaying} kept={kept} />;
}
