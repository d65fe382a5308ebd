"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useBallot, useBoard, useConnection } from "@/components/live/use-live";
import { Icon } from "@/components/ui/icon";

/**
 * Says so when this phone is cut off, how fresh the page is, and that nothing is lost. The region stands before there
 * is anything to say, so that screen readers say it.
 */
export function ConnectionBanner() {
  const { state } = useConnection();
  const isCutOff = state === "offline" || state === "waiting" || state === "refused";
  return (
    <div role="status" className={isCutOff ? "offline-banner" : undefined} data-state={state}>
      {isCutOff && <Icon name="offline" className="size-4" />}
      {state === "refused" ? <Refused /> : isCutOff && <CutOff state={state} />}
    </div>
  );
}

function CutOff({ state }: { state: "offline" | "waiting" }) {
  const t = useTranslations("live");
  const { waiting: count } = useBallot();
  const { tryNow } = useConnection();
  const [isAsking, setIsAsking] = useState(false);
  const ask = async () => {
    if (isAsking) return;
    setIsAsking(true);
    await tryNow();
    setIsAsking(false);
  };
  const pending = state === "offline" ? "offlineWaiting" : "waitingPending";
  return (
    <>
      <p>
        {count > 0 ? t(pending, { count }) : t(state)} <Fresh />
      </p>
      <button type="button" className="banner-button" aria-disabled={isAsking} onClick={ask}>
        {isAsking ? t("asking") : t("tryAgain")}
      </button>
    </>
  );
}

const longAgoMs = 12 * 3_600_000;

/** When the server was last heard, in the event's own time; of another day with the day. */
function Fresh() {
  const t = useTranslations("live");
  const format = useFormatter();
  const { zone } = useBoard().event;
  const { lastUpdated } = useConnection();
  const isLongAgo = Math.abs(Date.now() - lastUpdated) > longAgoMs;
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone } as const;
  return t("stale", { time: format.dateTime(lastUpdated, isLongAgo ? { weekday: "long", ...time } : time) });
}

/** What stands on this page is not this person's any more: the server's own page takes its place. */
function Refused() {
  const t = useTranslations("live");
  useEffect(() => location.reload(), []);
  return (
    <>
      <p>{t("refused")}</p>
      <button type="button" className="banner-button" onClick={() => location.reload()}>
        {t("lookAgain")}
      </button>
    </>
  );
}
