"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Refusal } from "@/components/ui/refusal";
import { sealNote } from "@/lib/seal/cipher/note";
import type { Known } from "@/lib/seal/rules";
import type { FormState } from "@/lib/web/form-state";
import { type Act, No, refusal, send } from "./acts";

type NoteFormProps = {
  place: { eventId: string; topicId: string };
  roomKey: CryptoKey;
  /** What it is now; a new one when left out. */
  note?: { id: string; rev: number; text: string | null };
  known: Known;
  save: Act;
  close?: () => void;
};

/** Writes a note: encrypted here, and only then sent. Nothing is kept on the phone meanwhile. */
export function NoteForm({ place, roomKey, note, known, save, close }: NoteFormProps) {
  const t = useTranslations("sealed");
  const id = useId();
  const [text, setText] = useState(note?.text ?? "");
  const [state, setState] = useState<FormState>({ status: "idle" });
  const [sends, setSends] = useState(false);

  async function submit(given: FormEvent) {
    given.preventDefault();
    if (sends || text.trim() === "") return;
    setSends(true);
    const answer = await put().then(
      () => ({ status: "done", value: null }) as FormState,
      (error: unknown) => (error instanceof No ? error.state : refusal("broken")),
    );
    setSends(false);
    setState(answer);
    if (answer.status !== "done") return;
    if (!note) setText("");
    close?.();
  }

  async function put() {
    const noteId = note?.id ?? crypto.randomUUID();
    const rev = (note?.rev ?? 0) + 1;
    const written = { text, knows: { ...known, [noteId]: rev } };
    const box = await sealNote(roomKey, { eventId: place.eventId, noteId, rev }, written);
    await send(save, { topicId: place.topicId, noteId, rev: String(rev), box });
  }

  return (
    <form onSubmit={submit} className="grid gap-2">
      <label htmlFor={id} className="font-semibold">
        {note ? t("text") : t("new")}
      </label>
      <textarea
        id={id}
        className="control field-sizing-content min-h-28"
        maxLength={20_000}
        autoComplete="off"
        value={text}
        onChange={(change) => setText(change.target.value)}
      />
      <Refusal state={state} />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary" aria-disabled={sends}>
          {t("save")}
        </Button>
        {close && (
          <Button look="plain" onClick={close}>
            {t("cancel")}
          </Button>
        )}
        <p role="status" className="text-good text-sm">
          {state.status === "done" && t("saved")}
        </p>
      </div>
    </form>
  );
}
