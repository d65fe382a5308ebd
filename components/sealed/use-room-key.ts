"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { lockOf, readCode } from "@/lib/seal/cipher/code";
import { publicText } from "@/lib/seal/cipher/device";
import { enterRoom, makeRoom, returnToRoom } from "@/lib/seal/cipher/room";
import type { FormState } from "@/lib/web/form-state";
import { type Acts, No, refusal, send } from "./acts";
import { deviceOf } from "./device-keys";
import type { RoomView } from "./room-view";

type Standing = "opening" | "insecure" | "outside";

/** The room's key on this phone, and the two ways to it: by what the phone has, and by the code. */
export function useRoomKey(room: RoomView, mark: string, acts: Acts) {
  const [key, setKey] = useState<CryptoKey | null>(null);
  const [standing, setStanding] = useState<Standing>("opening");
  const [state, setState] = useState<FormState>({ status: "idle" });
  const busy = useRef(false);
  const { eventId, topicId } = room;

  /** Refusals are shown; the rest is a bug or a dead network and says so. */
  const attempt = useCallback(async (work: () => Promise<CryptoKey>) => {
    busy.current = true;
    setState({ status: "idle" });
    setStanding("opening");
    const made = await work().catch((error: unknown) => {
      setState(error instanceof No ? error.state : refusal("broken"));
      return null;
    });
    busy.current = false;
    setKey(made);
    setStanding("outside");
  }, []);

  const enter = useCallback(
    (typed: string) =>
      attempt(async () => {
        const code = readCode(typed);
        if (!code) throw new No(refusal("wrong-room-code") as No["state"]);
        const place = { eventId, topicId };
        const { token, lock } = await lockOf(code, place);
        const { byCode } = (await send(acts.knock, { topicId, token })) as { byCode: string };
        const { key, held } = await enterRoom(place, await deviceOf(eventId, mark), byCode, lock);
        await send(acts.enter, { topicId, token, ...held });
        return key;
      }),
    [attempt, acts, eventId, topicId, mark],
  );

  const open = useCallback(
    () =>
      attempt(async () => {
        const { key, held } = await makeRoom({ eventId, topicId }, await deviceOf(eventId, mark));
        await send(acts.open, { topicId, ...held });
        return key;
      }),
    [attempt, acts, eventId, topicId, mark],
  );

  useEffect(() => {
    // the page is read again while the code is being worked on
    if (key || busy.current || state.status === "refused") return;
    void comeBack();

    async function comeBack() {
      if (!globalThis.isSecureContext) return setStanding("insecure");
      const scanned = codeInAddress();
      const had = await keyOfThisPhone(room, mark).catch(() => null);
      // not earlier: Next hears of changed addresses only when all of the page has come to life
      if (scanned) clearAddress();
      if (busy.current) return;
      if (had) return setKey(had);
      if (scanned) return enter(scanned);
      setStanding("outside");
    }
  }, [key, state, room, mark, enter]);

  return { key, standing, state, enter, open };
}

async function keyOfThisPhone({ eventId, topicId, inside }: RoomView, mark: string) {
  if (!inside) return null;
  const device = await deviceOf(eventId, mark);
  const mine = await publicText(device);
  const envelope = inside.envelopes.find((one) => one.device === mine)?.envelope;
  return envelope ? returnToRoom({ eventId, topicId }, device, envelope) : null;
}

/** A scanned code comes behind the #, which no browser sends anywhere. */
const codeInAddress = () => new URLSearchParams(location.hash.slice(1)).get("c");

/** It does not stay in the address. Without Next's mark Next takes this for the address, and does not write the old one again. */
const clearAddress = () => history.replaceState(null, "", location.pathname);
