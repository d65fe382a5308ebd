"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CellName } from "@/components/board/cell-name";
import { useBallot, useBoard } from "@/components/live/use-live";
import { KeptNotes } from "@/components/outbox/kept-notes";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import type { Place, Snapshot, TopicCard } from "@/lib/live/feed";
import type { FormState } from "@/lib/web/form-state";
import { DotsForm, LiveDotWell } from "./casting";
import { listOrder } from "./order";
import { PhaseAction } from "./phase-action";
import type { Wanted } from "./show";
import { TopicFilter } from "./topic-filter";
import { TopicList } from "./topic-list";

type TopicsScreenProps = {
  /** Seeds this person's own order. */
  seed: string;
  /** What the address asks for. */
  initial: Wanted;
  mayPitch: boolean;
  cast: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** The marketplace as a list: find, unfold, give dots. */
export function TopicsScreen({ seed, initial, mayPitch, cast }: TopicsScreenProps) {
  const board = useBoard();
  const { ballot } = useBallot();
  const [wanted, setWanted] = useState(initial);
  const t = useTranslations("topic");
  const { slug, phase } = board.event;
  const fits = fitting(wanted, ballot);
  const topics = listOrder(board, seed).filter(fits);

  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      <PhaseAction mayPitch={mayPitch} />
      <DotsForm action={cast} />
      {board.topics.length > 0 && (
        <TopicFilter wanted={wanted} count={board.topics.length} path={`/e/${slug}/topics`} onChange={setWanted} />
      )}
      <KeptNotes kind="pitch" back />
      {topics.length === 0 && <NoTopics board={board} />}
      <TopicList
        key={`${wanted.words} ${wanted.show}`}
        board={board}
        ballot={ballot}
        topics={topics}
        place={(topic) =>
          topic.place && <Whereabouts place={topic.place} board={board} dotted={topic.id in ballot.dots} />
        }
        {...(phase === "voting" && { well: ({ id, title }: TopicCard) => <LiveDotWell topicId={id} title={title} /> })}
      />
    </>
  );
}

function fitting({ words, show }: Wanted, { mine, dots }: { mine: string[]; dots: Record<string, number> }) {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  return (topic: TopicCard) => {
    const text = [topic.title, topic.pitch, topic.convener, ...topic.merged].join(" ").toLowerCase();
    if (show === "mine" && !mine.includes(topic.id)) return false;
    if (show === "dotted" && !dots[topic.id]) return false;
    return parts.every((part) => text.includes(part));
  };
}

type WhereaboutsProps = { place: Place; board: Snapshot; dotted: boolean };

/** Where a topic stands; that it moved there for those who gave it dots. */
function Whereabouts({ place, board, dotted }: WhereaboutsProps) {
  const t = useTranslations("topic");
  const name = <CellName cell={place} board={board} />;
  if (!place.from || !dotted) return name;
  return (
    <Badge tone="accent">
      {t("movedTo")} {name}
    </Badge>
  );
}

function NoTopics({ board }: { board: Snapshot }) {
  const t = useTranslations("topic");
  const key = board.topics.length > 0 ? "nothingFound" : board.event.phase === "before" ? "emptyBefore" : "empty";
  return <EmptyState title={t(`${key}.title`)}>{t(`${key}.help`)}</EmptyState>;
}
