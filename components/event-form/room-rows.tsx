"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { TypedChoice, TypedField, TypedHidden } from "@/components/form/typed";
import { Button } from "@/components/ui/button";
import type { RoomDraft } from "@/lib/event/queries";
import { RowOut } from "./row-out";
import { useRows, useScripted } from "./use-rows";

const blank: RoomDraft = { id: "", name: "", capacity: "", stepFree: false, projector: false, quiet: false };

/** The rooms, in the order in which the board shows them. A row without a name is no room. */
export function RoomRows({ rooms }: { rooms: readonly RoomDraft[] }) {
  const t = useTranslations("event");
  const { rows, spare, add, remove } = useRows("rooms", rooms, blank, 3);
  const scripted = useScripted();
  return (
    <fieldset className="event-form-part">
      <legend>{t("rooms")}</legend>
      {rows.map(({ number, draft }) => (
        <RoomRow key={number} number={number} draft={draft} onRemove={scripted ? () => remove(number) : undefined} />
      ))}
      <noscript>
        <div className="grid gap-4">
          {spare.map((number) => (
            <RoomRow key={number} number={number} draft={blank} />
          ))}
        </div>
      </noscript>
      {scripted && (
        <Button className="justify-self-start" onClick={() => add([blank])}>
          <Plus aria-hidden className="size-5" />
          {t("addRoom")}
        </Button>
      )}
    </fieldset>
  );
}

type RoomRowProps = { number: number; draft: RoomDraft; onRemove?: (() => void) | undefined };

function RoomRow({ number, draft, onRemove }: RoomRowProps) {
  const t = useTranslations("event");
  const name = (field: string) => `rooms.${number}.${field}`;
  return (
    <fieldset className="event-form-row event-form-room">
      <legend className="sr-only">{t("roomNumber", { number: number + 1 })}</legend>
      <TypedHidden name={name("id")} defaultValue={draft.id} />
      <TypedField name={name("name")} label={t("roomName")} defaultValue={draft.name} maxLength={60} />
      <TypedField name={name("capacity")} label={t("capacity")} defaultValue={draft.capacity} inputMode="numeric" />
      <div className="wide flex flex-wrap gap-x-5">
        <TypedChoice name={name("stepFree")} label={t("stepFree")} defaultChecked={draft.stepFree} />
        <TypedChoice name={name("projector")} label={t("projector")} defaultChecked={draft.projector} />
        <TypedChoice name={name("quiet")} label={t("quiet")} defaultChecked={draft.quiet} />
      </div>
      <RowOut label={t("removeRoom", { number: number + 1 })} onRemove={onRemove} />
    </fieldset>
  );
}
