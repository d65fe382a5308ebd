"use client";

import { useEffect, useState } from "react";
import { readNote } from "@/lib/seal/cipher/note";
import { heldBack, type Known, knownFrom } from "@/lib/seal/rules";
import { remember, seenBefore } from "./device-keys";
import type { RoomView } from "./room-view";

export type OpenNote = { id: string; rev: number /** Null: does not open. */; text: string | null; knows: Known };

/** The room's notes in clear, in this page's memory and nowhere else, and what the server holds back of them. */
export function useNotes({ eventId, topicId, inside }: RoomView, key: CryptoKey) {
  const [notes, setNotes] = useState<OpenNote[] | null>(null);
  const [missing, setMissing] = useState<string[]>([]);
  const [known, setKnown] = useState<Known>({});
  const shown = inside?.notes;

  useEffect(() => {
    let isLate = false;
    void Promise.all((shown ?? []).map((note) => opened(key, eventId, note))).then((all) => {
      if (isLate) return;
      const sound = all.filter(({ text }) => text !== null);
      const seen = knownFrom(seenBefore(eventId, topicId), sound);
      remember(eventId, topicId, seen);
      setNotes(all);
      setKnown(seen);
      // a note that does not open says so itself
      setMissing(heldBack(seen, all));
    });
    return () => {
      isLate = true;
    };
  }, [key, eventId, topicId, shown]);

  return { notes, missing, known };
}

async function opened(key: CryptoKey, eventId: string, { id, rev, box }: { id: string; rev: number; box: string }) {
  const written = await readNote(key, { eventId, noteId: id, rev }, box).catch(() => null);
  return { id, rev, text: written?.text ?? null, knows: written?.knows ?? {} } satisfies OpenNote;
}
