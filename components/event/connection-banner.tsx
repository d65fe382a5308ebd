"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useBallot, useBoard, useConnection } from "@/components/live/use-live";
import { Icon } from "@/components/ui/icon";

/** Says so when this phone is cut off, how fresh the page is, and that nothing is lost. */
export function ConnectionBanner() {
  const t = useTranslations("live");
  const format = useFormatter();
  const { event } = useBoard();
  const { state, lastUpdated } = useConnection();
  const { waiting } = useBallot();
  if (state !== "offline") return null;
  const shape = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: event.zone } as const;
  return (
    <p role="status" className="offline-banner">
      <Icon name="offline" className="size-4" />
      <span>
        {waiting > 0 ? t("offlineWaiting", { count: waiting }) : t("offline")}{" "}
        {t("stale", { time: format.dateTime(lastUpdated, shape) })}
      </span>
    </p>
  );
}
