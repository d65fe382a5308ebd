"use client";

import { useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Tally, TopicCard } from "@/lib/live/feed";
import { convenerWords } from "./convener-words";

type TopicRowProps = {
  slug: string;
  topic: TopicCard;
  mine: boolean;
  tally: Tally | null;
  /** Where it stands on the board, in words. */
  place?: ReactNode;
  /** How deep its title stands on the page. */
  heading?: "h2" | "h3";
  /** The edge with the dots, while dots are given. */
  well?: ReactNode;
};

/** One topic in a list: title, convener, dots; the pitch unfolds. */
export const TopicRow = memo(function TopicRow({
  slug,
  topic,
  mine,
  tally,
  place,
  heading: Heading = "h3",
  well,
}: TopicRowProps) {
  const t = useTranslations("topic");
  return (
    <li className="sticky-note relative" data-mine={mine || undefined} data-topic={topic.id}>
      <details className="group">
        <summary className={`topic-row ${well ? "pr-21" : "pr-11"}`}>
          <Heading className="wrap-title group-open:line-clamp-none">{topic.title}</Heading>
          <p className="flex gap-x-2 text-soft text-xs">
            <span className="truncate">{mine ? t("yours") : convenerWords(topic, t)}</span>
            {tally && <span className="shrink-0 font-semibold text-ink">{t("tally", { dots: tally[0] })}</span>}
            {place}
          </p>
          {!well && <Icon name="down" className="topic-fold" />}
        </summary>
        <div className="grid gap-2 px-3.5 pb-2">
          {topic.pitch && <p className="whitespace-pre-line text-sm">{topic.pitch}</p>}
          {topic.merged.length > 0 && (
            <p className="text-soft text-xs">{t("unites", { titles: topic.merged.join(" · ") })}</p>
          )}
          <Link
            href={`/e/${slug}/topics/${topic.id}`}
            className="inline-flex min-h-11 items-center text-accent text-sm underline"
          >
            {t("open")}
          </Link>
        </div>
      </details>
      {well}
    </li>
  );
});
