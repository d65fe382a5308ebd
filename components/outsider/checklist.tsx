import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { Item } from "@/lib/checklist/rules";

const tones = { good: "good", care: "warn", bad: "bad", plain: "plain" } as const;

type ChecklistProps = {
  items: Item[];
  /** Where a point is changed, by its key. */
  ways: Record<string, string>;
};

/** The points of the list: what is on, what is off, and what that means. */
export function Checklist({ items, ways }: ChecklistProps) {
  const t = useTranslations("outsider.checklist");
  return (
    <ol className="checklist">
      {items.map(({ key, says, standing, about = {} }) => {
        const way = ways[key];
        return (
          <li key={key} className="card grid content-start gap-1.5 p-4">
            <div className="flex items-start justify-between gap-3">
              <h2 className="font-bold">{t(`items.${key}.title`)}</h2>
              <Badge tone={tones[standing]}>{t(`standing.${standing}`)}</Badge>
            </div>
            <p>{t(`items.${key}.${says}`, about)}</p>
            {way && (
              <Link href={way} className="inline-flex min-h-11 items-center text-accent underline">
                {t(`items.${key}.way`)}
              </Link>
            )}
          </li>
        );
      })}
    </ol>
  );
}
