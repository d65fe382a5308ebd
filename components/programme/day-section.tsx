import type { BlockLine } from "@/lib/programme/queries";
import { runs } from "@/lib/programme/rules";
import { EntryLine, type LineProps } from "./entry-line";

type DaySectionProps = Pick<LineProps, "slug" | "zone" | "star"> & {
  /** The calendar day; also its anchor. */
  id: string;
  heading: string;
  entries: readonly BlockLine[];
  at: Date;
};

/** One day of the programme; `#now` is where it stands. */
export function DaySection({ id, heading, entries, at, ...line }: DaySectionProps) {
  const current = entries.find((entry) => runs(entry, at));
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="programme-day">
      <h2 id={`${id}-title`}>{heading}</h2>
      <ol className="entries">
        {entries.map((entry) => (
          <EntryLine key={entry.id} {...line} entry={entry} runs={entry === current || runs(entry, at)}>
            {entry === current && <span id="now" />}
            {entry.within.length > 0 && <Within {...line} entries={entry.within} at={at} />}
          </EntryLine>
        ))}
      </ol>
    </section>
  );
}

type WithinProps = Pick<DaySectionProps, "slug" | "zone" | "star" | "at"> & { entries: BlockLine["within"] };

function Within({ entries, at, ...line }: WithinProps) {
  return (
    <ol className="entries entries-within">
      {entries.map((entry) => (
        <EntryLine key={entry.id} {...line} entry={entry} runs={runs(entry, at)} />
      ))}
    </ol>
  );
}
