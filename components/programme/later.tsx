import { useTranslations } from "next-intl";
import type { EntryLine as Entry } from "@/lib/programme/queries";
import { EntryLine, type LineProps } from "./entry-line";

type LaterProps = Pick<LineProps, "slug" | "zone" | "star"> & { entries: readonly Entry[] };

/** What the same day still brings. */
export function Later({ entries, ...line }: LaterProps) {
  const t = useTranslations("programme");
  return (
    <section className="mt-5">
      <h2 className="pb-2 font-bold text-lg">{t("later")}</h2>
      <ol className="entries">
        {entries.map((entry) => (
          <EntryLine key={entry.id} {...line} entry={entry} />
        ))}
      </ol>
    </section>
  );
}
