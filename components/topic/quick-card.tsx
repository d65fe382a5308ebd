"use client";

import { useTranslations } from "next-intl";
import type { Tally, TopicCard } from "@/lib/live/feed";
import { convenerWords } from "./convener-words";

type QuickCardProps = { topic: TopicCard; mine: boolean; tally: Tally | null };

/** One topic as the whole screen shows it. */
export function QuickCard({ topic, mine, tally }: QuickCardProps) {
  const t = useTranslations("topic");
  return (
    <article className="sticky-note quick-card" data-mine={mine || undefined}>
      <h2 className="font-bold text-xl">{topic.title}</h2>
      {topic.pitch && <p className="whitespace-pre-line">{topic.pitch}</p>}
      {topic.merged.length > 0 && (
        <p className="text-sm text-soft">{t("unites", { titles: topic.merged.join(" · ") })}</p>
      )}
      <p className="mt-auto text-sm text-soft">
        {mine ? t("yours") : convenerWords(topic, t)}
        {tally && ` · ${t("tally", { dots: tally[0] })}`}
      </p>
    </article>
  );
}
