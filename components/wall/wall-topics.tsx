"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, useRef, useState } from "react";
import type { Snapshot, TopicCard } from "@/lib/live/feed";
import { useFit } from "./fit";
import { pagesOf, useTurning } from "./pages";

type WallTopicsProps = { board: Snapshot; topics: readonly TopicCard[]; heading: string };

const mostOnPage = 9;
const fewestOnPage = 4;

/** Notes as large as their number allows; more than a page of them turns by itself. */
export function WallTopics({ board, topics, heading }: WallTopicsProps) {
  const t = useTranslations("wall");
  const [most, setMost] = useState(mostOnPage);
  const pages = pagesOf(topics, most);
  const shown = useTurning(pages.length, 12);
  const page = pages[shown] ?? [];
  const frame = useRef<HTMLUListElement>(null);
  useFit(frame, page.map(({ id, title }) => id + title).join(), () => {
    setMost(Math.max(fewestOnPage, most - 1));
    return most > fewestOnPage;
  });

  return (
    <section className="wall-section">
      <h2>
        {heading}
        {pages.length > 1 && <span>{t("page", { page: shown + 1, pages: pages.length })}</span>}
      </h2>
      <ul ref={frame} className="wall-notes" style={gridFor(page.length)} key={shown}>
        {page.map((topic) => (
          <li key={topic.id} className="sticky-note wall-note" data-whole>
            <p className="wall-title">{topic.title}</p>
            <p className="wall-meta">
              <span>{topic.convener ?? (topic.sought ? t("sought") : "")}</span>
              <Tallied board={board} topic={topic} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tallied({ board, topic }: { board: Snapshot; topic: TopicCard }) {
  const tally = board.tallies?.[topic.id];
  if (!tally) return null;
  return (
    <span className="wall-tally">
      <span aria-hidden className="dot" data-state="down" />
      {tally[0]}
    </span>
  );
}

/** Two or three columns, whichever leaves fewer places empty; the fewer rows, the larger the words. */
function gridFor(count: number) {
  const columns = [3, 2].toSorted((a, b) => empty(count, a) - empty(count, b))[0] ?? 3;
  const across = Math.min(columns, count);
  return { "--across": across, "--down": Math.ceil(count / across) } as CSSProperties;
}

const empty = (count: number, columns: number) => Math.ceil(count / columns) * columns - count;
