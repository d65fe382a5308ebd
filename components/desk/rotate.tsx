import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import type { FormAction } from "./pitch-queue";

type RotateProps = { action: FormAction; words: string; warning: ReactNode; done: string };

/** What cannot be undone says first what it does; that is one tap more. */
export function Rotate({ action, words, warning, done }: RotateProps) {
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center font-semibold text-accent text-sm">{words}</summary>
      <ActionForm action={action} className="grid justify-items-start gap-2" done={<Notice tone="good" title={done} />}>
        <p className="text-sm text-soft">{warning}</p>
        <Submit look="danger">{words}</Submit>
      </ActionForm>
    </details>
  );
}
