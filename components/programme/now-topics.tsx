"use client";

import { useTranslations } from "next-intl";
import { currentSlot } from "@/components/board/current-slot";
import { ClockTime } from "@/components/live/clock-time";
import { useBallot, useBoard } from "@/components/live/use-live";
import { useMinute } from "@/components/live/use-minute";
import { TopicRow } from "@/components/topic/topic-row";
import { Link } from "@/components/ui/link";
import type { Snapshot } from "@/lib/live/feed";

const shown = 3;

/** Open space as it stands: the newest topics while the wall fills, then what is held in the slot that runs. */
export function NowTopics() {
  const board = useBoard();
  const { phase } = board.event;
  if (phase === "running") return <Held board={board} />;
  if (phase === "marketplace" || phase === "voting" || phase === "placing") return <Newest board={board} />;
  return null;
}

function Newest({ board }: { board: Snapshot }) {
  const t = useTranslations("live");
  const { ballot } = useBallot();
  const { slug } = board.event;
  const newest = board.topics.toSorted((a, b) => b.pitchedAt.localeCompare(a.pitchedAt)).slice(0, shown);
  if (newest.length === 0) return null;
  return (
    <section className="mt-5 grid gap-2">
      <h2 className="flex items-baseline justify-between gap-3 font-bold text-lg">
        {t("newest")}
        <Link
          href={`/e/${slug}/topics`}
          className="inline-flex min-h-11 items-center font-normal text-accent text-sm underline"
        >
          {t("allTopics", { count: board.topics.length })}
        </Link>
      </h2>
      <ul className="grid gap-2">
        {newest.map((topic) => (
          <TopicRow key={topic.id} slug={slug} topic={topic} mine={ballot.mine.includes(topic.id)} tally={null} />
        ))}
      </ul>
    </section>
  );
}

function Held({ board }: { board: Snapshot }) {
  const t = useTranslations("live");
  const { ballot } = useBallot();
  const { slug, zone } = board.event;
  const current = currentSlot({ ...board, now: useMinute() });
  const slot = board.slots.find(({ id }) => id === current);
  if (!slot) return null;
  const held = board.rooms.flatMap((room) => {
    const topic = board.topics.find(({ place }) => place?.slotId === slot.id && place.roomId === room.id);
    return topic ? [{ room, topic }] : [];
  });
  return (
    <section className="mt-5 grid gap-2">
      <h2 className="font-bold text-lg">
        {t("held")} <ClockTime at={slot.startsAt} until={slot.endsAt} zone={zone} />
      </h2>
      <ul className="grid gap-2">
        {held.map(({ room, topic }) => (
          <li key={room.id} className="sticky-note" data-mine={topic.id in ballot.dots || undefined}>
            <Link href={`/e/${slug}/topics/${topic.id}`} className="grid min-h-11 px-3.5 py-2">
              <span className="text-soft text-xs">{room.name}</span>
              <span className="font-semibold">{topic.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
