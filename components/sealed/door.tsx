"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { OneButton } from "@/components/ui/one-button";
import { WallQr } from "@/components/wall/wall-qr";
import { spelt } from "@/lib/seal/cipher/code";
import { readRoomCode } from "@/lib/seal/cipher/room";
import type { Act } from "./acts";
import type { RoomView } from "./room-view";

type DoorProps = { room: RoomView; roomKey: CryptoKey; shut: Act };

/** The code for those who are in the room and not yet inside. Everybody inside can show it. */
export function Door({ room, roomKey, shut }: DoorProps) {
  const t = useTranslations("sealed");
  const code = useCode(room, roomKey);
  if (room.doorIsShut) return <p className="text-soft">{t("doorShut")}</p>;
  if (!code) return null;
  return (
    <details className="fold" open={room.inside?.notes.length === 0 || undefined}>
      <summary>{t("showCode")}</summary>
      <div className="grid justify-items-center gap-3 pb-4 text-center">
        <div className="w-full max-w-64">
          <WallQr address={`${location.origin}${location.pathname}#c=${code}`} label={t("qr")} />
        </div>
        <p className="text-soft text-sm">{t("scan")}</p>
        <p className="font-bold font-mono text-lg tracking-wide">{spelt(code)}</p>
        {room.mayShut && (
          <div className="grid justify-items-center gap-1">
            <OneButton action={shut} send={{ topicId: room.topicId }} look="quiet">
              {t("shut")}
            </OneButton>
            <p className="text-soft text-sm">{t("shutHelp")}</p>
          </div>
        )}
      </div>
    </details>
  );
}

function useCode({ eventId, topicId, inside }: RoomView, roomKey: CryptoKey) {
  const [code, setCode] = useState<string | null>(null);
  const locked = inside?.code ?? null;
  useEffect(() => {
    if (!locked) return setCode(null);
    readRoomCode({ eventId, topicId }, roomKey, locked).then(setCode, () => setCode(null));
  }, [eventId, topicId, roomKey, locked]);
  return code;
}
