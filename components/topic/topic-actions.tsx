"use client";

import { useTranslations } from "next-intl";
import { useBoard } from "@/components/live/use-live";
import { OneButton } from "@/components/ui/one-button";
import type { TopicCard } from "@/lib/live/feed";
import type { FormState } from "@/lib/web/form-state";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
type TopicActionsProps = {
  topic: TopicCard;
  mine: boolean;
  isCrew: boolean;
  convene: FormAction;
  queue: FormAction;
  leave: FormAction;
};

/** What a person can do for a topic as it stands: take it on, line it up for the microphone. */
export function TopicActions({ topic, mine, isCrew, convene, queue, leave }: TopicActionsProps) {
  const t = useTranslations("topic");
  const { queue: line, event } = useBoard();
  const waits = line.waiting.indexOf(topic.id);
  const mayQueue = (mine || isCrew) && (event.phase === "marketplace" || event.phase === "voting");
  const send = { topicId: topic.id };
  return (
    <div className="flex flex-wrap gap-2 py-2">
      {topic.sought && event.phase !== "closed" && (
        <OneButton action={convene} send={send}>
          {t("convene")}
        </OneButton>
      )}
      {mayQueue && waits >= 0 && (
        <OneButton action={leave} send={send} look="quiet">
          {t("leaveLine", { place: waits + 1 })}
        </OneButton>
      )}
      {mayQueue && waits < 0 && line.speaking?.topicId !== topic.id && (
        <OneButton action={queue} send={send} look="quiet">
          {t("lineUp")}
        </OneButton>
      )}
    </div>
  );
}
