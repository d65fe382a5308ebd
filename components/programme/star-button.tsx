"use client";

import { Star } from "lucide-react";
import { useActionState } from "react";
import { useFormStatus } from "react-dom";
import { type FormState, idle } from "@/lib/web/form-state";

export type StarAction = (previous: FormState, form: FormData) => Promise<FormState>;

type StarButtonProps = {
  action: StarAction;
  entryId: string;
  starred: boolean;
  /** What is starred, for those who listen; whether it is, they hear from the button. */
  label: string;
  /** What to do when it was refused. */
  refused: string;
  /** Words beside the star, where there is room for them. */
  words?: string;
};

/** A star for oneself; says what is wanted, not "toggle", so a double tap is harmless. */
export function StarButton({ action, entryId, starred, label, refused, words }: StarButtonProps) {
  // the action itself, not a function around it: only so the form works without JavaScript
  const [state, submit] = useActionState(action, idle);
  return (
    <form action={submit} className="star-form">
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="starred" value={String(!starred)} />
      <StarMark starred={starred} label={label} words={words} />
      {state.status === "refused" && (
        <p role="alert" className="star-refused">
          {refused}
        </p>
      )}
    </form>
  );
}

type StarMarkProps = { starred: boolean; label: string; words: string | undefined };

/** Shows what was wanted while it is on its way. */
function StarMark({ starred, label, words }: StarMarkProps) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      aria-label={words ? undefined : label}
      aria-pressed={pending ? !starred : starred}
      className="star-button"
    >
      <Star aria-hidden className="size-5" />
      {words}
    </button>
  );
}
