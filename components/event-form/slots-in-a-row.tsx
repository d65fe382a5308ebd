"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { SlotDraft } from "@/lib/event/queries";
import { startsInARow } from "@/lib/event/rules";

/** "Add four of 45 minutes from 14:00": a whole afternoon at once. On the first day unless another is named. */
export function SlotsInARow({ onAdd }: { onAdd: (slots: SlotDraft[]) => void }) {
  const t = useTranslations("event");
  const box = useRef<HTMLDivElement>(null);

  function add({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    const [count = "", minutes = "", time = "", gap = "", day = ""] = [
      ...(box.current?.querySelectorAll("input") ?? []),
    ].map((input) => input.value);
    const firstDay = currentTarget.form?.elements.namedItem("startsOn");
    const on = day || (firstDay instanceof HTMLInputElement ? firstDay.value : "");
    const starts = startsInARow({ day: on, time, minutes: Number(minutes), gap: Number(gap), count: Number(count) });
    onAdd((starts.length > 0 ? starts : [""]).map((startsAt) => ({ id: "", startsAt, minutes, title: "" })));
  }

  return (
    <div ref={box} className="vacant grid gap-3 p-3">
      <div className="flex flex-wrap items-end gap-3">
        <Small label={t("row.count")} type="number" initial="4" width="w-18" />
        <Small label={t("row.minutes")} type="number" initial="45" width="w-20" />
        <Small label={t("row.from")} type="time" initial="14:00" width="w-36" />
        <Small label={t("row.gap")} type="number" initial="15" width="w-20" />
        <Small label={t("row.day")} type="date" initial="" width="w-44" />
      </div>
      <Button className="justify-self-start" onClick={add}>
        <Plus aria-hidden className="size-5" />
        {t("row.add")}
      </Button>
    </div>
  );
}

type SmallProps = { label: string; type: string; initial: string; width: string };

/** Without a name: it is no part of what the form sends. */
function Small({ label, type, initial, width }: SmallProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <input id={id} type={type} defaultValue={initial} className={`control ${width}`} />
    </div>
  );
}
