import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { ListedEntry } from "@/lib/entry/queries/list";
import { StatusBadge } from "./status-badge";

type EntryRowsProps = { space: string; entries: readonly ListedEntry[]; now: Date };

/** Entries of a space, one line each. */
export function EntryRows({ space, entries, now }: EntryRowsProps) {
  const t = useTranslations("entry");
  const format = useFormatter();
  return (
    <ul className="grid divide-y divide-line border-line border-y">
      {entries.map(({ id, kind, status, title, summary, tags, updatedAt }) => (
        <li key={id}>
          <Link href={`/s/${space}/${id}`} className="grid gap-0.5 py-3">
            <span className="flex items-start justify-between gap-3">
              <span className="line-clamp-2 min-w-0 font-semibold">{title}</span>
              <StatusBadge status={status} />
            </span>
            {summary && <span className="line-clamp-1 text-sm text-soft">{summary}</span>}
            <span className="text-soft text-xs">
              {[t(`oneKind.${kind}`), ...tags.slice(0, 4), format.relativeTime(updatedAt, now)].join(" · ")}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
