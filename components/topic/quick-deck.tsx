"use client";

import { ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { Button } from "@/components/ui/button";
import type { Ballot, Snapshot, TopicCard } from "@/lib/live/feed";
import { DotStepper } from "./dot-stepper";
import type { Casting } from "./dot-well";
import { QuickCard } from "./quick-card";
import { useSwipe } from "./swipe";

type QuickDeckProps = {
  board: Snapshot;
  ballot: Ballot;
  topic: TopicCard;
  position: string;
  casting: Casting;
  onFull: () => void;
  onNext: () => void;
  onBack: (() => void) | null;
  footer?: ReactNode;
};

/** One topic, its dots, and on to the next: by tap, by swipe (right puts a dot, left goes on), by key. */
export function QuickDeck({ board, ballot, topic, position, casting, onFull, onNext, onBack }: QuickDeckProps) {
  const t = useTranslations("topic");
  const put = () => (casting.mine < casting.most && casting.left > 0 ? casting.cast(casting.mine + 1) : onFull());
  const swipe = useSwipe({ left: onNext, right: put });
  useKeys({ next: onNext, back: onBack, put }, casting, onFull);

  return (
    <div className="quick-deck">
      <div {...swipe} key={topic.id} className="min-h-0 animate-rise touch-pan-y">
        <QuickCard topic={topic} mine={ballot.mine.includes(topic.id)} tally={board.tallies?.[topic.id] ?? null} />
      </div>
      <DotStepper topicId={topic.id} title={topic.title} onFull={onFull} {...casting} />
      <div className="flex items-center gap-3">
        <Button icon large className="w-13" aria-label={t("previous")} disabled={!onBack} onClick={() => onBack?.()}>
          <ChevronLeft aria-hidden className="size-6" />
        </Button>
        <Button look="primary" large className="grow" onClick={onNext}>
          {casting.mine > 0 ? t("next") : t("pass")}
        </Button>
        <span className="w-13 text-right text-soft text-sm">{position}</span>
      </div>
      <p className="hidden text-center text-soft text-xs lg:block">{t("keys")}</p>
    </div>
  );
}

function takeBack({ mine, cast }: Casting) {
  if (mine > 0) cast(mine - 1);
}

type Moves = { next: () => void; back: (() => void) | null; put: () => void };

/** Arrow keys, and a number for that many dots, unless one is typing. */
function useKeys(moves: Moves, casting: Casting, onFull: () => void) {
  useEffect(() => {
    const press = (key: KeyboardEvent) => {
      if (key.metaKey || key.ctrlKey || key.altKey || (key.target as HTMLElement).matches("input, textarea")) return;
      const move = moveOf(key.key, moves, casting, onFull);
      if (!move) return;
      key.preventDefault();
      move();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
}

function moveOf(key: string, { next, back, put }: Moves, casting: Casting, onFull: () => void) {
  if (/^\d$/.test(key)) return () => castNumber(Number(key), casting, onFull);
  const takeOne = () => takeBack(casting);
  return { ArrowRight: next, ArrowLeft: back, ArrowUp: put, ArrowDown: takeOne }[key];
}

function castNumber(dots: number, { most, mine, left, cast }: Casting, onFull: () => void) {
  if (dots > most || dots - mine > left) onFull();
  else cast(dots);
}
