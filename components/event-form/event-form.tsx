"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { Submit } from "@/components/ui/submit";
import type { EventDraft } from "@/lib/event/queries";
import { Access } from "./access";
import { Basics, type Fresh } from "./basics";
import { Dotting } from "./dotting";
import { RoomRows } from "./room-rows";
import { SlotRows } from "./slot-rows";
import "./event-form.css";

type EventFormProps = {
  action: ComponentProps<typeof ActionForm>["action"];
  draft: EventDraft;
  zones: readonly string[];
  fresh?: Fresh;
};

/** All of an event on one screen; the same to make one and to change it. */
export function EventForm({ action, draft, zones, fresh }: EventFormProps) {
  const t = useTranslations("event");
  return (
    <ActionForm action={action} className="event-form">
      <div className="grid content-start gap-6">
        <Basics draft={draft} zones={zones} fresh={fresh} />
        <Dotting draft={draft} />
        <Access draft={draft} />
      </div>
      <div className="grid content-start gap-6">
        <RoomRows rooms={draft.rooms} />
        <SlotRows slots={draft.slots} />
      </div>
      <div className="event-form-end">
        <Submit large>{fresh ? t("create") : t("save")}</Submit>
        {fresh && <p className="text-sm text-soft">{t("createHint")}</p>}
      </div>
    </ActionForm>
  );
}
