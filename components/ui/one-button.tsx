"use client";

import { type ComponentProps, useActionState } from "react";
import { type FormState, idle } from "@/lib/web/form-state";
import { Refusal } from "./refusal";
import { Submit } from "./submit";

type OneButtonProps = ComponentProps<typeof Submit> & {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What the button sends, by field. */
  send: Record<string, string>;
};

/** A form of a single button, with the refusal below it. Props: action, send, and all of Button. */
export function OneButton({ action, send, ...button }: OneButtonProps) {
  const [state, submit] = useActionState(action, idle);
  return (
    <form action={submit} className="grid gap-2">
      {Object.entries(send).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Submit {...button} />
      <Refusal state={state} />
    </form>
  );
}
