"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/components/live/request";
import { useBallot, useBoard } from "@/components/live/use-live";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormState } from "@/lib/web/form-state";
import { DotsForm } from "./casting";
import { DotsLeft } from "./dots-left";
import { fewestSeenFirst } from "./order";
import { QuickDeck } from "./quick-deck";

type QuickVoteProps = {
  seed: string;
  seen: readonly string[];
  exposure: Readonly<Record<string, number>>;
  /** Where to begin: without JavaScript every topic is a page. */
  start: number;
  cast: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** One topic a screen, the fewest seen first. The order stays as it was dealt; what is pitched later comes last. */
export function QuickVote({ seed, seen, exposure, start, cast }: QuickVoteProps) {
  const t = useTranslations("topic");
  const board = useBoard();
  const { ballot, left } = useBallot();
  const [at, setAt] = useState(start);
  const [dealt] = useState(() => fewestSeenFirst(board.topics, { seed, seen, exposure }).map(({ id }) => id));
  const { slug, phase, dotsPerMember } = board.event;
  const later = board.topics.filter(({ id }) => !dealt.includes(id)).map(({ id }) => id);
  const deck = [...dealt, ...later].flatMap((id) => board.topics.find((topic) => topic.id === id) ?? []);
  const topic = deck[at];
  const next = () => {
    if (topic) void call(`e/${slug}/seen`, "PUT", { topicIds: [topic.id] });
    setAt(at + 1);
  };

  if (phase !== "voting") return <Closing title={t("votingClosed.title")} help={t("votingClosed.help")} slug={slug} />;
  return (
    <>
      <div className="flex min-h-11 items-center justify-between gap-3">
        <h1 className="font-bold text-lg">{t("quick")}</h1>
        <DotsLeft left={Math.max(left, 0)} total={dotsPerMember} />
      </div>
      <DotsForm action={cast} />
      {topic ? (
        <QuickDeck
          key={topic.id}
          board={board}
          mine={ballot.mine.includes(topic.id)}
          topic={topic}
          at={at}
          count={deck.length}
          onNext={next}
          onBack={() => setAt(at - 1)}
        />
      ) : (
        <Closing title={t("deckDone.title")} help={t("deckDone.help")} slug={slug} />
      )}
    </>
  );
}

function Closing({ title, help, slug }: { title: string; help: string; slug: string }) {
  const t = useTranslations("topic");
  return (
    <EmptyState
      title={title}
      action={
        <LinkButton href={`/e/${slug}/topics`} look="primary">
          {t("toList")}
        </LinkButton>
      }
    >
      {help}
    </EmptyState>
  );
}
