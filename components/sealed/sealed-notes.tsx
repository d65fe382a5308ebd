"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Known } from "@/lib/seal/rules";
import type { Act } from "./acts";
import { NoteForm } from "./note-form";
import type { RoomView } from "./room-view";
import { type OpenNote, useNotes } from "./use-notes";

type SealedNotesProps = { room: RoomView; roomKey: CryptoKey; save: Act };

/** What was written in the room, for those inside. */
export function SealedNotes({ room, roomKey, save }: SealedNotesProps) {
  const t = useTranslations("sealed");
  const { notes, missing, known } = useNotes(room, roomKey);
  return (
    <section className="grid gap-3" aria-labelledby="sealed-notes">
      <h2 id="sealed-notes" className="font-bold text-lg">
        {t("notes")}
      </h2>
      {missing.length > 0 && <Notice tone="bad" title={t("heldBack", { count: missing.length })} />}
      {notes?.length === 0 && <p className="text-soft">{t("none")}</p>}
      <ul className="grid gap-3">
        {notes?.map((note) => (
          <SealedNote key={note.id} note={note} room={room} roomKey={roomKey} known={known} save={save} />
        ))}
      </ul>
      {room.mayWrite && <NoteForm place={room} roomKey={roomKey} known={known} save={save} />}
    </section>
  );
}

type SealedNoteProps = SealedNotesProps & { note: OpenNote; known: Known };

function SealedNote({ note, room, roomKey, known, save }: SealedNoteProps) {
  const t = useTranslations("sealed");
  const [changes, setChanges] = useState(false);
  if (note.text === null)
    return (
      <li>
        <Notice tone="bad" title={t("broken")} />
      </li>
    );
  return (
    <li className="sticky-note grid gap-2 p-4">
      {/* what others saved meanwhile stays in sight of one who changes the same note */}
      <p className="whitespace-pre-line">{note.text}</p>
      {changes ? (
        <NoteForm
          place={room}
          roomKey={roomKey}
          note={note}
          known={known}
          save={save}
          close={() => setChanges(false)}
        />
      ) : (
        room.mayWrite && (
          <Button look="plain" className="justify-self-start" onClick={() => setChanges(true)}>
            {t("edit")}
          </Button>
        )
      )}
    </li>
  );
}
