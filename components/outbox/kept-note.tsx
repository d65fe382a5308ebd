"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useBoard } from "@/components/live/use-live";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Refusal } from "@/components/ui/refusal";
import { ChangeForm } from "./change-form";
import type { Entry } from "./entry";
import type { Kept } from "./kept";
import { KeptWords, textOf } from "./kept-words";

type KeptNoteProps = { entry: Entry; kept: Kept };

/** One thing that the server has not taken: since when it is here, or why it came back, and what one can do. */
export function KeptNote({ entry, kept }: KeptNoteProps) {
  const [changing, change] = useState(false);
  const { no, values } = entry;
  const refused = no && { status: "refused" as const, ...no, values };
  return (
    <li className="sticky-note kept-note" data-back={no ? true : undefined}>
      <Since at={entry.at} back={no !== null} />
      {changing ? (
        <ChangeForm entry={entry} kept={kept} close={() => change(false)} />
      ) : (
        <>
          <KeptWords entry={entry} />
          {refused && <Refusal state={refused} />}
          {no ? <Back entry={entry} kept={kept} change={() => change(true)} /> : <Waiting entry={entry} kept={kept} />}
        </>
      )}
    </li>
  );
}

function Since({ at, back }: { at: number; back: boolean }) {
  const t = useTranslations("outbox");
  const format = useFormatter();
  const { zone } = useBoard().event;
  const time = format.dateTime(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone });
  return (
    <p className="kept-since">
      <Icon name={back ? "bad" : "offline"} className="size-4" />
      {t(back ? "cameBack" : "savedAt", { time })}
    </p>
  );
}

function Waiting({ entry, kept }: KeptNoteProps) {
  const t = useTranslations("outbox");
  return (
    <>
      {entry.tried && <p className="text-soft text-xs">{t("mayBeThere")}</p>}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void kept.wake()}>{t("sendNow")}</Button>
        {!entry.tried && (
          <Button look="plain" onClick={() => void kept.drop(entry)}>
            {t("takeBack")}
          </Button>
        )}
      </div>
    </>
  );
}

const changeable = ["pitch", "edit", "note", "name"];

function Back({ entry, kept, change }: KeptNoteProps & { change: () => void }) {
  const t = useTranslations("outbox");
  const [copied, setCopied] = useState(false);
  const text = textOf(entry);
  const copy = async () => setCopied(await toClipboard(text));
  return (
    <div className="flex flex-wrap gap-2">
      {changeable.includes(entry.kind) && <Button onClick={change}>{t("change")}</Button>}
      {text && (
        <Button look="plain" onClick={copy} aria-live="polite">
          {t(copied ? "copied" : "copy")}
        </Button>
      )}
      <Button look="plain" onClick={() => void kept.drop(entry)}>
        {t("letGo")}
      </Button>
    </div>
  );
}

/** The clipboard is for https only; on a hall's plain network there is the old way. */
async function toClipboard(text: string) {
  if (navigator.clipboard)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
