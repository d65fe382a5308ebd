"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Snapshot, TopicCard } from "@/lib/live/feed";
import { LiveDotStepper, useCasting, useFull } from "./casting";
import { QuickCard } from "./quick-card";
import { useQuickKeys } from "./quick-keys";
import { useSwipe } from "./swipe";

type QuickDeckProps = {
  board: Snapshot;
  mine: boolean;
  topic: TopicCard;
  at: number;
  count: number;
  onNext: () => void;
  onBack: () => void;
};

/** One topic, its dots, and on to the next: by tap, by swipe (right puts a dot, left goes on), by key. */
export function QuickDeck({ board, mine, topic, at, count, onNext, onBack }: QuickDeckProps) {
  const t = useTranslations("topic");
  const { barred, ...casting } = useCasting(topic.id);
  const full = useFull(topic.id);
  const give = (dots: number) => {
    if (barred) return;
    if (dots > casting.most || dots - casting.mine > casting.left) full(casting);
    else casting.cast(Math.max(dots, 0));
  };
  const swipe = useSwipe({ left: onNext, right: () => give(casting.mine + 1) });
  useQuickKeys({ next: onNext, back: at > 0 ? onBack : null, give, mine: casting.mine });

  return (
    <div className="quick-deck">
      <div {...swipe} className="min-h-0 animate-rise touch-pan-y">
        <QuickCard topic={topic} mine={mine} tally={board.tallies?.[topic.id] ?? null} />
      </div>
      <LiveDotStepper topicId={topic.id} title={topic.title} />
      <div className="flex items-center gap-3">
        {at > 0 ? (
          <LinkButton
            icon
            large
            className="w-13"
            href={`?at=${at - 1}`}
            aria-label={t("previous")}
            onClick={instead(onBack)}
          >
            <Icon name="back" className="size-6" />
          </LinkButton>
        ) : (
          <span className="w-13" />
        )}
        <LinkButton look="primary" large className="grow" href={`?at=${at + 1}`} onClick={instead(onNext)}>
          {casting.mine > 0 ? t("next") : t("pass")}
        </LinkButton>
        <span className="w-13 text-right text-soft text-sm">
          {at + 1}/{count}
        </span>
      </div>
      <p className="hidden text-center text-soft text-xs lg:block">{t("keys")}</p>
    </div>
  );
}

function instead(turn: () => void) {
  return (click: MouseEvent) => {
    click.preventDefault();
    turn();
  };
}
