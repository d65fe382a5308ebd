"use client";

import { type ComponentProps, useCallback, useEffect, useRef } from "react";
import { ActionForm } from "@/components/form/action-form";
import { forgetWhatWasAnothers } from "@/components/offline/forget";
import { useAwake } from "@/components/outbox/kept-on-phone";
import { forgetDraft, useDraft } from "@/components/topic/draft";
import type { FormState } from "@/lib/web/form-state";
import { commentDraft } from "./comment-draft";

type KeptCommentProps = ComponentProps<typeof ActionForm> & { person: string; entry: string; on: string };

/**
 * A form that says something of an entry. What is typed is kept in this browser until the server has it, whatever becomes
 * of the page and the network. Without JavaScript a plain one.
 */
export function KeptComment({ person, entry, on, action, onAnswer, children, ...form }: KeptCommentProps) {
  const draft = commentDraft(person, entry, on);
  const box = useRef<HTMLDivElement>(null);
  const awake = useAwake();
  useEffect(() => forgetWhatWasAnothers(person), [person]);
  useDraft(box, draft);
  const heard = useCallback<NonNullable<typeof onAnswer>>(
    (answer) => {
      if (answer.status === "done") forgetDraft(draft);
      onAnswer?.(answer);
    },
    [draft, onAnswer],
  );
  return (
    <div ref={box}>
      <ActionForm action={awake ? unlessUnsent(action) : action} onAnswer={heard} {...form}>
        <input type="hidden" name="entryId" value={entry} />
        {children}
      </ActionForm>
    </div>
  );
}

const unlessUnsent = (action: KeptCommentProps["action"]) => async (previous: FormState, form: FormData) => {
  try {
    return await action(previous, form);
  } catch (error) {
    // what the server could not do is said elsewhere
    if (!(error instanceof TypeError)) throw error;
    const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    return { status: "refused", reason: "not-sent-yet", fields: {}, about: {}, values } satisfies FormState;
  }
};
