"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Ballot, Snapshot, TopicCard } from "@/lib/live/feed";
import { TopicRow } from "./topic-row";

type TopicListProps = {
  board: Snapshot;
  ballot: Ballot;
  topics: readonly TopicCard[];
  well?: (topic: TopicCard) => ReactNode;
  place?: (topic: TopicCard) => ReactNode;
};

/** Topics as notes. What arrives while one reads waits behind a button, so that nothing moves under a thumb. */
export function TopicList({ board, ballot, topics, well, place }: TopicListProps) {
  const { shown, waiting, showAll } = useShown(topics);
  const t = useTranslations("topic");
  return (
    <>
      {waiting > 0 && (
        <div className="waiting-notes" role="status">
          <Button look="primary" className="pointer-events-auto animate-rise shadow-high" onClick={showAll}>
            {t("waiting", { count: waiting })}
          </Button>
        </div>
      )}
      <ul className="topic-list">
        {shown.map((topic) => (
          <TopicRow
            key={topic.id}
            heading="h2"
            slug={board.event.slug}
            topic={topic}
            mine={ballot.mine.includes(topic.id)}
            tally={board.tallies?.[topic.id] ?? null}
            place={place?.(topic)}
            well={well?.(topic)}
          />
        ))}
      </ul>
    </>
  );
}

/** Keeps the order and the set that the reader has in front of them until they ask for the rest. */
function useShown(topics: readonly TopicCard[]) {
  const [order, setOrder] = useState(() => topics.map((topic) => topic.id));
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const shown = order.flatMap((id) => byId.get(id) ?? []);
  const showAll = () => {
    setOrder(topics.map((topic) => topic.id));
    scrollTo({ top: 0, behavior: "smooth" });
  };
  return { shown, waiting: topics.length - shown.length, showAll };
}
