import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import { entryKinds, entryStatuses } from "@/lib/entry/input";

type EntryFilterProps = { space: string; counts: Record<string, number>; kind: string; status: string };

/** What is listed: by kind, and by how far it is. */
export function EntryFilter({ space, counts, kind, status }: EntryFilterProps) {
  const t = useTranslations("entry");
  const href = (more: { kind?: string; status?: string }) => {
    const asked = Object.entries({ kind, status, ...more }).filter(([, value]) => value !== "");
    return `/s/${space}${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ""}`;
  };
  return (
    <div className="grid gap-2">
      <Tabs
        label={t("byKind")}
        current={kind}
        tabs={["", ...entryKinds].map((key) => ({
          key,
          label: key === "" ? t("allKinds") : t(`kinds.${key as "recipe"}`),
          href: href({ kind: key }),
        }))}
      />
      <Tabs
        label={t("byStatus")}
        current={status}
        tabs={["", ...entryStatuses].map((key) => ({
          key,
          label: key === "" ? t("allStatuses") : `${t(`status.${key as "draft"}`)} ${counts[key] ?? 0}`,
          href: href({ status: key }),
        }))}
      />
    </div>
  );
}
