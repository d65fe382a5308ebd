import { useTranslations } from "next-intl";
import type { EntryLine as Entry } from "@/lib/programme/queries";
import { EntryLine, type LineProps } from "./entry-line";

type UntimedProps = Pick<LineProps, "slug" | "zone" | "star"> & { entries: readonly Entry[] };

/** What is announced but has no time yet. */
export function Untimed({ entries, ...line }: UntimedProps) {
  const t = useTranslations("programme");
  if (entries.length === 0) return null;
  return (
    <section className="programme-day">
      <h2>{t("untimed")}</h2>
      <ol className="entries">
        {entries.map((entry) => (
          <EntryLine key={entry.id} {...line} entry={entry} />
        ))}
      </ol>
    </section>
  );
}
