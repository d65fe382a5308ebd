"use client";

import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useFormStatus } from "react-dom";
import { useKeptStar } from "@/components/outbox/kept-star";
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
  const star = useKeptStar(entryId, starred, action);
  const [state, submit] = useActionState(star.action, idle);
  return (
    <form action={submit} className="star-form">
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="starred" value={String(!star.starred)} />
      <StarMark starred={star.starred} kept={star.kept} label={label} words={words} />
      {state.status === "refused" && (
        <p role="alert" className="star-refused">
          {refused}
        </p>
      )}
    </form>
  );
}

type StarMarkProps = { starred: boolean; kept: boolean; label: string; words: string | undefined };

/** Shows what was wanted while it is on its way. */
function StarMark({ starred, kept, label, words }: StarMarkProps) {
  const { pending } = useFormStatus();
  const t = useTranslations("outbox");
  return (
    <button
      type="submit"
      aria-label={words ? undefined : label}
      aria-pressed={pending ? !starred : starred}
      data-kept={kept || undefined}
      title={kept ? t("mark") : undefined}
      className="star-button"
    >
      <Star aria-hidden className="size-5" />
      {words}
      {kept && <span className="sr-only">{t("mark")}</span>}
    </button>
  );
}
