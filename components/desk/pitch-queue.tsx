"use client";

import { Mic } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedSelect } from "@/components/form/typed";
import { useBoard } from "@/components/live/use-live";
import { TurnLeft } from "@/components/topic/turn-left";
import { Submit } from "@/components/ui/submit";
import { WaitingList } from "./waiting-list";

export type FormAction = ComponentProps<typeof ActionForm>["action"];
type PitchQueueProps = { call: FormAction; end: FormAction; line: FormAction; leave: FormAction };

/** The microphone: who speaks and for how long, who is next, and who else may line up. */
export function PitchQueue({ call, end, line, leave }: PitchQueueProps) {
  const t = useTranslations("desk");
  const { queue, topics } = useBoard();
  const known = new Map(topics.map((topic) => [topic.id, topic]));
  const speaking = queue.speaking && known.get(queue.speaking.topicId);
  const others = topics.filter(({ id }) => id !== speaking?.id && !queue.waiting.includes(id)).reverse();
  return (
    <section aria-labelledby="microphone" className="card desk-part">
      <h2 id="microphone">{t("microphone")}</h2>
      {speaking && queue.speaking ? (
        <div className="sticky-note grid gap-1 p-4">
          <p className="flex items-start justify-between gap-3 font-semibold">
            {speaking.title}
            <TurnLeft speaking={queue.speaking} />
          </p>
          {speaking.convener && <p className="text-sm text-soft">{speaking.convener}</p>}
        </div>
      ) : (
        <p className="vacant p-4 text-center text-soft">{t("nobodySpeaks")}</p>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <ActionForm action={call} className="flex grow flex-wrap items-end gap-2">
          <TypedSelect name="seconds" label={t("time")} defaultValue="60">
            {[30, 45, 60, 90, 120, 180].map((seconds) => (
              <option key={seconds} value={seconds}>
                {t("seconds", { seconds })}
              </option>
            ))}
          </TypedSelect>
          <Submit aria-disabled={queue.waiting.length === 0}>
            <Mic aria-hidden className="size-5" />
            {t("next")}
          </Submit>
        </ActionForm>
        {speaking && (
          <ActionForm action={end}>
            <Submit look="quiet">{t("end")}</Submit>
          </ActionForm>
        )}
      </div>
      <WaitingList topics={queue.waiting.flatMap((id) => known.get(id) ?? [])} call={call} leave={leave} />
      <ActionForm action={line} className="desk-line">
        <TypedSelect name="topicId" label={t("lineUp")}>
          {others.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </TypedSelect>
        <Submit look="quiet">{t("add")}</Submit>
      </ActionForm>
    </section>
  );
}
