"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Refusal } from "@/components/ui/refusal";
import { readCode } from "@/lib/seal/cipher/code";
import type { FormState } from "@/lib/web/form-state";
import type { RoomView } from "./room-view";

type WayInProps = { room: RoomView; state: FormState; enter: (code: string) => void; open: () => void };

/** Before a sealed room: who convenes the topic opens it, everybody else enters with the code. */
export function WayIn({ room, state, enter, open }: WayInProps) {
  const t = useTranslations("sealed");
  const [complaint, setComplaint] = useState<string | null>(null);

  function submit(given: FormEvent<HTMLFormElement>) {
    given.preventDefault();
    const typed = String(new FormData(given.currentTarget).get("code"));
    setComplaint(readCode(typed) ? null : t("badCode"));
    if (readCode(typed)) enter(typed);
  }

  if (room.isOpen && room.doorIsShut) return <p>{t("doorShut")}</p>;
  if (room.isOpen)
    return (
      <form onSubmit={submit} className="grid justify-items-start gap-3" noValidate>
        <Refusal state={state} />
        <Field
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          complaint={complaint}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="control font-mono"
        />
        <Button type="submit" look="primary">
          {t("enter")}
        </Button>
      </form>
    );
  return (
    <div className="grid justify-items-start gap-3">
      <Refusal state={state} />
      <p>{room.mayOpen ? t("openHelp") : t("closedRoom")}</p>
      {room.mayOpen && (
        <Button look="primary" large onClick={open}>
          {t("open")}
        </Button>
      )}
    </div>
  );
}
