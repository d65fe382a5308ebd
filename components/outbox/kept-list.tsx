"use client";

import { useTranslations } from "next-intl";
import type { Entry } from "./entry";
import type { Kept } from "./kept";
import { KeptNote } from "./kept-note";

export type KeptListProps = { entries: readonly Entry[]; kept: Kept };

/** What came back first: it wants something of the person. */
export function KeptList({ entries, kept }: KeptListProps) {
  const t = useTranslations("outbox");
  const ordered = [...entries.filter(({ no }) => no), ...entries.filter(({ no }) => !no)];
  return (
    <section aria-label={t("title")} id="kept">
      <ul className="topic-list pb-3">
        {ordered.map((entry) => (
          <KeptNote key={entry.seq} entry={entry} kept={kept} />
        ))}
      </ul>
    </section>
  );
}
