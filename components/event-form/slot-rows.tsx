"use client";

import { useTranslations } from "next-intl";
import { TypedField, TypedHidden } from "@/components/form/typed";
import type { SlotDraft } from "@/lib/event/queries";
import { RowOut } from "./row-out";
import { SlotsInARow } from "./slots-in-a-row";
import { useRows, useScripted } from "./use-rows";

const blank: SlotDraft = { id: "", startsAt: "", minutes: "45", title: "" };

/** The open-space slots, of any length at any time. A row without a start is no slot. */
export function SlotRows({ slots }: { slots: readonly SlotDraft[] }) {
  const t = useTranslations("event");
  const { rows, spare, add, remove } = useRows("slots", slots, blank, 0);
  const scripted = useScripted();
  return (
    <fieldset className="event-form-part">
      <legend>{t("slots")}</legend>
      {rows.map(({ number, draft }) => (
        <SlotRow key={number} number={number} draft={draft} onRemove={scripted ? () => remove(number) : undefined} />
      ))}
      <noscript>
        <div className="grid gap-4">
          {spare.map((number) => (
            <SlotRow key={number} number={number} draft={blank} />
          ))}
        </div>
      </noscript>
      {scripted && <SlotsInARow onAdd={add} />}
    </fieldset>
  );
}

type SlotRowProps = { number: number; draft: SlotDraft; onRemove?: (() => void) | undefined };

function SlotRow({ number, draft, onRemove }: SlotRowProps) {
  const t = useTranslations("event");
  const name = (field: string) => `slots.${number}.${field}`;
  return (
    <fieldset className="event-form-row event-form-slot">
      <legend className="sr-only">{t("slotNumber", { number: number + 1 })}</legend>
      <TypedHidden name={name("id")} defaultValue={draft.id} />
      <TypedField name={name("startsAt")} type="datetime-local" label={t("start")} defaultValue={draft.startsAt} />
      <TypedField name={name("minutes")} label={t("minutes")} defaultValue={draft.minutes} inputMode="numeric" />
      <div className="wide">
        <TypedField name={name("title")} label={t("slotTitle")} defaultValue={draft.title} maxLength={80} />
      </div>
      <RowOut label={t("removeSlot", { number: number + 1 })} onRemove={onRemove} />
    </fieldset>
  );
}
