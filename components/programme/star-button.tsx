"use client";

import { Star } from "lucide-react";
import { useActionState, useOptimistic } from "react";
import { type FormState, idle } from "@/lib/web/form-state";

export type StarAction = (previous: FormState, form: FormData) => Promise<FormState>;

type StarButtonProps = {
  action: StarAction;
  entryId: string;
  starred: boolean;
  /** What the button does next, for those who listen. */
  label: string;
  /** What to do when it was refused. */
  refused: string;
  /** Words beside the star, where there is room for them. */
  words?: string;
};

/** A star for oneself; says what is wanted, not "toggle", so a double tap is harmless. */
export function StarButton({ action, entryId, starred, label, refused, words }: StarButtonProps) {
  const [state, submit] = useActionState(action, idle);
  const [shown, show] = useOptimistic(starred);
  const send = (form: FormData) => {
    show(!shown);
    return submit(form);
  };
  return (
    <form action={send} className="star-form">
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="starred" value={String(!shown)} />
      <button type="submit" aria-label={words ? undefined : label} aria-pressed={shown} className="star-button">
        <Star aria-hidden className="size-5" />
        {words}
      </button>
      {state.status === "refused" && (
        <p role="alert" className="star-refused">
          {refused}
        </p>
      )}
    </form>
  );
}
