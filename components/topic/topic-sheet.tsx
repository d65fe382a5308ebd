"use client";

import { useTranslations } from "next-intl";
import { CellName } from "@/components/board/cell-name";
import { useBallot, useBoard } from "@/components/live/use-live";
import { Badge } from "@/components/ui/badge";
import type { TopicCard } from "@/lib/live/feed";
import type { FormState } from "@/lib/web/form-state";
import { DotsForm, LiveDotStepper } from "./casting";
import { convenerWords } from "./convener-words";
import { DotsLeft } from "./dots-left";
import { useHung } from "./draft";

type TopicSheetProps = {
  topicId: string;
  /** What it was when the page was made, for when it has left the board meanwhile. */
  initial: TopicCard;
  cast: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** The note itself as it stands now: pitch, convener, when and where, and the dots of the person who looks. */
export function TopicSheet({ topicId, initial, cast }: TopicSheetProps) {
  const t = useTranslations("topic");
  const board = useBoard();
  const { ballot, left } = useBallot();
  const topic = board.topics.find(({ id }) => id === topicId) ?? initial;
  const mine = ballot.mine.includes(topicId);
  const tally = board.tallies?.[topicId];
  useHung(board.event.slug, topic.title);

  return (
    <>
      <DotsForm action={cast} />
      <article className="sticky-note topic-sheet" data-mine={mine || undefined}>
        <h1 className="font-bold text-xl">{topic.title}</h1>
        {topic.pitch && <p className="whitespace-pre-line">{topic.pitch}</p>}
        {topic.merged.length > 0 && (
          <p className="text-sm text-soft">{t("unites", { titles: topic.merged.join(" · ") })}</p>
        )}
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <span>{convenerWords(topic, t)}</span>
          {mine && <Badge tone="mine">{t("yours")}</Badge>}
          {tally && <strong>{t("tallyHeads", { dots: tally[0], heads: tally[1] })}</strong>}
        </p>
        {topic.place && (
          <p className="font-bold text-lg">
            <CellName cell={topic.place} board={board} />
          </p>
        )}
        {topic.place?.from && (
          <p className="text-sm">
            {t("movedFrom")} <CellName cell={topic.place.from} board={board} />
          </p>
        )}
      </article>
      {board.event.phase === "voting" && (
        <div className="grid justify-items-center gap-2 py-3">
          <LiveDotStepper topicId={topicId} title={topic.title} />
          <DotsLeft left={Math.max(left, 0)} total={board.event.dotsPerMember} />
        </div>
      )}
    </>
  );
}
