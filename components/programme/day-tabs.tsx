import { useFormatter, useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";

type DayTabsProps = {
  slug: string;
  days: readonly string[];
  /** The day that is shown alone; null when all are. */
  current: string | null;
};

/** The days of a programme: anchors on the page of all days, else a page each. */
export function DayTabs({ slug, days, current }: DayTabsProps) {
  const t = useTranslations("programme");
  const format = useFormatter();
  const path = `/e/${slug}/programme`;
  const tabs = days.map((day) => ({
    key: day,
    href: current === null ? `${path}#day-${day}` : `${path}/${day}`,
    label: format.dateTime(new Date(day), { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }),
  }));
  const all = { key: "all", href: path, label: t("allDays") };
  return <Tabs label={t("days")} tabs={current === null ? tabs : [all, ...tabs]} current={current ?? ""} />;
}
