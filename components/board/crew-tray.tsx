"use client";

import { useDroppable } from "@dnd-kit/core";
import { Pin, PinOff, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { Snapshot, TopicCard } from "@/lib/live/feed";
import { DraggableNote } from "./crew-cell";

type CrewTrayProps = {
  board: Snapshot;
  topics: readonly TopicCard[];
  picked: string | null;
  pick: (topicId: string | null) => void;
  clear: (topicId: string) => void;
  pin: (topicId: string, pinned: boolean) => void;
};

/** The notes that hang nowhere yet, most wanted first, and what can be done with the picked one. */
export function CrewTray({ board, topics, picked, pick, clear, pin }: CrewTrayProps) {
  const t = useTranslations("board");
  const { setNodeRef, isOver } = useDroppable({ id: "tray" });
  const heads = ({ id }: TopicCard) => board.tallies?.[id]?.[1] ?? 0;
  const waiting = topics.filter(({ place }) => !place).toSorted((a, b) => heads(b) - heads(a));
  const inHand = topics.find(({ id }) => id === picked);

  return (
    <aside ref={setNodeRef} className="crew-tray" data-over={isOver || undefined} aria-label={t("tray")}>
      {inHand ? (
        <PickedNote topic={inHand} slug={board.event.slug} {...{ pick, clear, pin }} />
      ) : (
        <p className="font-bold text-sm">{t("waiting", { count: waiting.length })}</p>
      )}
      <ul className="crew-waiting">
        {waiting.map((topic) => (
          <li key={topic.id}>
            <DraggableNote
              topic={topic}
              picked={picked === topic.id}
              act={() => pick(picked === topic.id ? null : topic.id)}
            >
              <span className="board-title">{topic.title}</span>
              <span className="board-meta">
                <span className="truncate">{topic.convener}</span>
                {board.tallies && (
                  <strong className="ml-auto shrink-0 text-ink">{t("heads", { heads: heads(topic) })}</strong>
                )}
              </span>
            </DraggableNote>
          </li>
        ))}
      </ul>
    </aside>
  );
}

type PickedNoteProps = Pick<CrewTrayProps, "pick" | "clear" | "pin"> & { topic: TopicCard; slug: string };

function PickedNote({ topic, slug, pick, clear, pin }: PickedNoteProps) {
  const t = useTranslations("board");
  const pinned = topic.place?.pinned ?? false;
  const PinIcon = pinned ? PinOff : Pin;
  const takeOff = () => {
    pick(null);
    clear(topic.id);
  };
  return (
    <div className="crew-picked">
      <p role="status" className="min-w-0 grow text-sm">
        <Link href={`/e/${slug}/topics/${topic.id}`} className="line-clamp-1 font-bold underline">
          {topic.title}
        </Link>
        {t("pickedHelp")}
      </p>
      {topic.place && (
        <>
          <Button icon aria-label={t(pinned ? "unpin" : "pin")} onClick={() => pin(topic.id, !pinned)}>
            <PinIcon aria-hidden className="size-5" />
          </Button>
          <Button icon aria-label={t("clear")} onClick={takeOff}>
            <Trash2 aria-hidden className="size-5" />
          </Button>
        </>
      )}
      <Button icon look="plain" aria-label={t("putBack")} onClick={() => pick(null)}>
        <X aria-hidden className="size-5" />
      </Button>
    </div>
  );
}
