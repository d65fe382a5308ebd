"use client";

import { useTranslations } from "next-intl";
import { useBallot } from "@/components/live/use-live";
import { Notice } from "@/components/ui/notice";
import type { Acts } from "./acts";
import { Door } from "./door";
import type { RoomView } from "./room-view";
import { SealedNotes } from "./sealed-notes";
import { useRoomKey } from "./use-room-key";
import { WayIn } from "./way-in";

type SealedRoomProps = { room: RoomView; acts: Acts };

/** The room of a sealed topic. Keys and words live in this page; the server is told ciphertext. */
export function SealedRoom({ room, acts }: SealedRoomProps) {
  const t = useTranslations("sealed");
  const { ballot } = useBallot();
  const { key, standing, state, enter, open } = useRoomKey(room, ballot.member?.mark ?? "", acts);
  if (key && room.inside)
    return (
      <>
        <Door room={room} roomKey={key} shut={acts.shut} />
        <SealedNotes room={room} roomKey={key} save={acts.save} />
      </>
    );
  if (standing === "insecure") return <Notice tone="bad" title={t("insecure")} />;
  if (standing === "opening" || key) return <p role="status">{t("opening")}</p>;
  return (
    <>
      {room.inside && <Notice tone="warn" title={t("notOpen")} />}
      <WayIn room={room} state={state} enter={enter} open={open} />
    </>
  );
}
