"use client";

import { useTranslations } from "next-intl";
import { useCountdown } from "@/components/live/use-countdown";
import { useBoard } from "@/components/live/use-live";
import { EventBar } from "./event-bar";

/** The event, its phase and the time that is left of it, as they stand now. */
export function LiveBar() {
  const { event: of } = useBoard();
  return <EventBar of={of} countdown={of.phaseEndsAt && <Countdown until={of.phaseEndsAt} />} />;
}

/** Minutes and seconds until then by the server's clock, hours when there are any. */
export function Countdown({ until }: { until: string }) {
  const t = useTranslations("live");
  const left = useCountdown(until);
  if (left === null) return null;
  return (
    <time
      dateTime={until}
      role="timer"
      aria-label={t("left", { time: clockOf(left) })}
      className="countdown"
      data-over={left === 0 || undefined}
    >
      {clockOf(left)}
    </time>
  );
}

function clockOf(seconds: number) {
  const two = (number: number) => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
