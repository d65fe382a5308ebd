"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { ClockTime } from "@/components/live/clock-time";
import type { SlotCard } from "@/lib/live/feed";
import { runsAt } from "./current-slot";

type SlotTabsProps = {
  slots: readonly SlotCard[];
  zone: string;
  now: string;
  current: string | null;
  pager: RefObject<HTMLDivElement | null>;
};

/** The times of the day over the pager; plain links to the slots, so they work before and without JavaScript. */
export function SlotTabs({ slots, zone, now, current, pager }: SlotTabsProps) {
  const t = useTranslations("board");
  const [shown, setShown] = useState(current ?? slots[0]?.id);
  useEffect(() => follow(pager.current, setShown), [pager]);
  useEffect(() => {
    if (current) showSlot(pager.current, current, "instant");
  }, [current, pager]);

  return (
    <nav aria-label={t("slots")} className="slot-tabs">
      {slots.map((slot) => (
        <a
          key={slot.id}
          href={`#slot-${slot.id}`}
          className="tab"
          aria-current={slot.id === shown || undefined}
          onClick={(click) => {
            click.preventDefault();
            showSlot(pager.current, slot.id, "smooth");
          }}
        >
          <ClockTime at={slot.startsAt} zone={zone} />
          {runsAt(slot, now) && <span className="slot-now" role="img" aria-label={t("current")} />}
        </a>
      ))}
    </nav>
  );
}

/** Scrolls the pager, never the page. */
function showSlot(pager: HTMLElement | null, id: string, behavior: ScrollBehavior) {
  const section = pager?.querySelector<HTMLElement>(`#slot-${CSS.escape(id)}`);
  if (pager && section) pager.scrollTo({ left: section.offsetLeft, behavior });
}

/** Tells which slot is in view after every swipe. */
function follow(pager: HTMLElement | null, tell: (id: string) => void) {
  if (!pager) return;
  const watcher = new IntersectionObserver(
    (seen) => {
      const inView = seen.find((entry) => entry.isIntersecting);
      if (inView) tell(inView.target.id.slice("slot-".length));
    },
    { root: pager, threshold: 0.6 },
  );
  for (const section of pager.children) watcher.observe(section);
  return () => watcher.disconnect();
}
