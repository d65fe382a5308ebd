"use client";

import { type ComponentProps, type ReactNode, useActionState, useEffect, useRef } from "react";
import { Refusal } from "@/components/ui/refusal";
import { type FormState, idle } from "@/lib/web/form-state";
import { SentForm } from "./complaint";

type Sent = Exclude<FormState, { status: "idle" }>;

type ActionFormProps = Omit<ComponentProps<"form">, "action"> & {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Shown above the fields once it worked. */
  done?: ReactNode | ((value: unknown) => ReactNode);
  /** With JavaScript: told of every answer. */
  onAnswer?: (answer: Sent) => void;
};

/**
 * A form that a server action takes, with JavaScript and without. A refusal is a sentence above the fields, a
 * complaint at each one (`TypedField` and its kin), and everything typed is still there.
 */
export function ActionForm({ action, done, onAnswer, children, ...form }: ActionFormProps) {
  const [state, submit] = useActionState(action, idle);
  const element = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state.status === "idle") return;
    if (state.status === "refused") element.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    onAnswer?.(state);
  }, [state, onAnswer]);

  return (
    <SentForm value={state}>
      <form ref={element} action={submit} noValidate {...form}>
        {isSaidAtField(state) || <Refusal state={state} />}
        {state.status === "done" && (typeof done === "function" ? done(state.value) : done)}
        {children}
      </form>
    </SentForm>
  );
}

/** One sentence once: a field that says why the whole form was refused says it for the form. */
function isSaidAtField(state: FormState) {
  return state.status === "refused" && Object.values(state.fields).flat().includes(state.reason);
}
