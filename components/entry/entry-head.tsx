import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { EntryDocument } from "@/lib/entry/input";
import { StatusBadge } from "./status-badge";

type EntryHeadProps = {
  entry: {
    kind: "recipe" | "postmortem";
    status: "draft" | "review" | "final" | "archived";
    revision: number;
    updatedAt: Date;
    document: EntryDocument;
  };
  lastBy: string | null;
};

/** What one knows of an entry before reading it. */
export function EntryHead({ entry, lastBy }: EntryHeadProps) {
  const t = useTranslations("entry");
  const format = useFormatter();
  const { kind, status, revision, updatedAt, document } = entry;
  const when = format.dateTime(updatedAt, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  return (
    <div className="grid gap-1.5 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="accent">{t(`oneKind.${kind}`)}</Badge>
        <StatusBadge status={status} />
        {document.tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
      </p>
      <p>
        {lastBy === null
          ? t("changed", { no: revision, when: `${when} UTC` })
          : t("changedBy", { no: revision, when: `${when} UTC`, name: lastBy })}
      </p>
    </div>
  );
}
