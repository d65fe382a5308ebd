"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useBallot, useBoard } from "@/components/live/use-live";
import { Icon } from "@/components/ui/icon";
import { Refusal } from "@/components/ui/refusal";
import { Submit } from "@/components/ui/submit";
import { type FormState, idle } from "@/lib/web/form-state";
import { TurnLeft } from "./turn-left";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
export type MicrophoneProps = { callNext: FormAction; endTurn: FormAction };

/** Who pitches at the microphone now and who is next; a facilitator calls them up. */
export function MicrophonePanel({ callNext, endTurn }: MicrophoneProps) {
  const t = useTranslations("topic");
  const { queue, topics } = useBoard();
  const { ballot } = useBallot();
  const [called, call] = useActionState(callNext, idle);
  const [, end] = useActionState(endTurn, idle);
  const titleOf = (id: string | undefined) => topics.find((topic) => topic.id === id)?.title;
  const isCrew = ballot.member !== null && ballot.member.role !== "participant";

  return (
    <section aria-label={t("microphone")} className="microphone">
      <Icon name="microphone" className="text-accent" />
      <div className="min-w-0 grow">
        {queue.speaking && (
          <p className="font-semibold">
            {titleOf(queue.speaking.topicId)} <TurnLeft speaking={queue.speaking} />
          </p>
        )}
        <p className="text-sm text-soft">
          {queue.waiting[0] ? t("nextUp", { title: titleOf(queue.waiting[0]) ?? "" }) : t("inLine", { count: 0 })}
        </p>
      </div>
      {isCrew && (
        <div className="flex flex-wrap justify-end gap-2">
          {queue.speaking && (
            <form action={end}>
              <Submit look="quiet">{t("endTurn")}</Submit>
            </form>
          )}
          <form action={call}>
            <input type="hidden" name="seconds" value="60" />
            <Submit>{t("callNext")}</Submit>
          </form>
        </div>
      )}
      <Refusal state={called} />
    </section>
  );
}
