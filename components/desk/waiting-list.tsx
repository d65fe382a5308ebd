"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Submit } from "@/components/ui/submit";
import type { TopicCard } from "@/lib/live/feed";
import type { FormAction } from "./pitch-queue";

type WaitingListProps = { topics: readonly TopicCard[]; call: FormAction; leave: FormAction };

/** Who waits for the microphone, first in line first. */
export function WaitingList({ topics, call, leave }: WaitingListProps) {
  const t = useTranslations("desk");
  if (topics.length === 0) return <p className="text-sm text-soft">{t("nobodyWaits")}</p>;
  return (
    <ol aria-label={t("waiting")} className="divide-y divide-line">
      {topics.map(({ id, title, convener }, index) => (
        <li key={id} className="flex min-h-12 items-center gap-3 py-1">
          <span className="w-5 text-right text-soft text-sm">{index + 1}</span>
          <span className="min-w-0 grow">
            {title}
            {convener && <span className="block text-sm text-soft">{convener}</span>}
          </span>
          {index > 0 && (
            <ActionForm action={call}>
              <input type="hidden" name="topicId" value={id} />
              <Submit look="plain" aria-label={t("callNow", { title })}>
                {t("call")}
              </Submit>
            </ActionForm>
          )}
          <ActionForm action={leave}>
            <input type="hidden" name="topicId" value={id} />
            <Submit look="plain" icon aria-label={t("takeOut", { title })}>
              <X aria-hidden className="size-5" />
            </Submit>
          </ActionForm>
        </li>
      ))}
    </ol>
  );
}
