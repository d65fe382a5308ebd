"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useState, useSyncExternalStore } from "react";
import { Refusal } from "@/components/ui/refusal";
import { Submit } from "@/components/ui/submit";
import { idle } from "@/lib/web/form-state";
import { NoteSaving, type Save } from "./note-saving";

type NoteEditorProps = { topicId: string; body: string; rev: number; save: Save };

/** The notes as Markdown, saved as one types; a plain form without JavaScript. */
export function NoteEditor({ topicId, body, rev, save }: NoteEditorProps) {
  const t = useTranslations("topic");
  const [sent, submit] = useActionState(save, idle);
  const [saving] = useState(() => new NoteSaving(topicId, body, rev, save));
  const [first] = useState(saving.shown);
  const shown = useSyncExternalStore(
    saving.subscribe,
    () => saving.shown,
    () => first,
  );
  useEffect(() => saving.offer(body, rev), [saving, body, rev]);

  return (
    <details className="fold" open={sent.status === "refused"}>
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
        <Refusal state={shown.refused.status === "refused" ? shown.refused : sent} />
        <noscript>
          <Submit look="quiet">{t("save")}</Submit>
        </noscript>
      </form>
    </details>
  );
}
