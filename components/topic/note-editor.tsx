"use client";

import { useTranslations } from "next-intl";
import { useActionState, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Fate, Values } from "@/components/outbox/entry";
import type { Kept } from "@/components/outbox/kept";
import { KeptContext, useEntries } from "@/components/outbox/kept-on-phone";
import { Refusal } from "@/components/ui/refusal";
import { Submit } from "@/components/ui/submit";
import { type FormState, idle } from "@/lib/web/form-state";
import { type Desk, NoteSaving } from "./note-saving";

type NoteEditorProps = {
  topicId: string;
  body: string;
  rev: number;
  save: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** The notes as Markdown, saved as one types; a plain form without JavaScript. */
export function NoteEditor({ topicId, body, rev, save }: NoteEditorProps) {
  const t = useTranslations("topic");
  const [sent, submit] = useActionState(save, idle);
  const { saving, first, shown } = useSaving({ topicId, body, rev, save });
  const { no } = shown;

  return (
    <details className="fold" open={sent.status === "refused" || undefined}>
      <summary>{t("writeNotes")}</summary>
      <form action={submit} className="grid gap-2 pb-4">
        <input type="hidden" name="topicId" value={topicId} />
        <input type="hidden" name="baseRev" value={saving.rev} />
        <textarea
          name="body"
          aria-label={t("notes")}
          className="control field-sizing-content min-h-40 font-mono"
          placeholder={t("notesPlaceholder")}
          maxLength={50_000}
          value={sent.status === "refused" && shown === first ? (sent.values.body ?? "") : shown.text}
          onChange={(change) => saving.type(change.target.value)}
        />
        <p role="status" className="min-h-5 text-soft text-xs">
          {t(`saving.${shown.status}`)}
        </p>
        <Refusal state={no ? { status: "refused", ...no, values: {} } : sent} />
        <noscript>
          <Submit look="quiet">{t("save")}</Submit>
        </noscript>
      </form>
    </details>
  );
}

function useSaving({ topicId, body, rev, save }: NoteEditorProps) {
  const kept = useContext(KeptContext);
  const [saving] = useState(() => new NoteSaving(topicId, body, rev, deskOf(topicId, kept, save)));
  const [first] = useState(saving.shown);
  const shown = useSyncExternalStore(
    saving.subscribe,
    () => saving.shown,
    () => first,
  );
  const left = useEntries().findLast(({ kind, about }) => kind === "note" && about === topicId);
  useEffect(() => saving.open(), [saving]);
  useEffect(() => saving.offer(body, rev), [saving, body, rev]);
  useEffect(() => {
    if (left) saving.restore(left);
  }, [saving, left]);
  return { saving, first, shown };
}

function deskOf(topicId: string, kept: Kept | null, save: NoteEditorProps["save"]): Desk {
  return {
    keep: async (values) => {
      const entry = await kept?.put("note", topicId, values).catch(() => null);
      return entry ? null : sentAtOnce(values, save);
    },
    listen: (told) => kept?.listen(told) ?? (() => {}),
  };
}

/** On a phone that keeps nothing: a browser without storage, or the code for it did not come. */
async function sentAtOnce(values: Values, save: NoteEditorProps["save"]): Promise<Fate> {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  const answer = await save(idle, form);
  return answer.status === "refused"
    ? { is: "refused", no: answer }
    : { is: "done", value: answer.status === "done" && answer.value };
}
