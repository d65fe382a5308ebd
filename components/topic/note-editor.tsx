"use client";

import { useTranslations } from "next-intl";
import { useActionState, useContext, useEffect, useState, useSyncExternalStore } from "react";
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
  const { saving, first, shown } = useSaving(topicId, body, rev);
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

function useSaving(topicId: string, body: string, rev: number) {
  const kept = useContext(KeptContext);
  const [saving] = useState(() => new NoteSaving(topicId, body, rev, deskOf(topicId, kept)));
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

function deskOf(topicId: string, kept: Kept | null): Desk {
  return {
    keep: async (values) => kept?.put("note", topicId, values),
    listen: (told) => kept?.listen(told) ?? (() => {}),
  };
}
