import { z } from "zod";
import { clockFaces } from "@/lib/board/clock-faces";
import { knownConvener } from "@/lib/confidentiality/rules";
import { query, type Scope } from "@/lib/db/perform";
import { mayPlace } from "@/lib/event/rules";
import { standsAtLeast } from "@/lib/member/rules";
import { mayBeKept } from "@/lib/offline/rules";
import { boardFor } from "@/lib/topic/queries";

const nothing = z.undefined();

function maySort({ member, event }: Scope) {
  return standsAtLeast("facilitator", member?.role ?? null) && mayPlace(event.phase);
}

/** What the page of the board needs beside the live board, which its frame has already. */
export const viewPlacing = query({
  atLeast: "visitor",
  input: nothing,
  run: async (scope) => ({ mayPlace: maySort(scope) }),
});

/** Slots × rooms, whether the caller may move things, whether a phone may keep them, and searches may find them. */
export const viewBoard = query({
  atLeast: "visitor",
  input: nothing,
  async run(scope) {
    const board = await boardFor(scope);
    const { visibility } = scope.event;
    const faces = clockFaces(board.snapshot);
    const [isPrivate, isListed] = [visibility === "private", visibility === "public"];
    return { ...board, faces, isPrivate, isListed, mayPlace: maySort(scope), mayBeKept: mayBeKept(scope.event) };
  },
});

/** The wall: the hall's board and the code that opens it. A private event's wall shows no code. */
export const viewWall = query({
  atLeast: "visitor",
  input: nothing,
  async run(scope) {
    const { snapshot } = await boardFor({ ...scope, member: null });
    const { joinCode, visibility, language, place } = scope.event;
    return { snapshot, joinCode: visibility === "private" ? null : joinCode, language, place };
  },
});

/** Who is where: what the laws of the board are checked against. */
export async function boardOf(tx: Scope["tx"]) {
  const placed = await tx.placement.findMany({ include: { topic: true } });
  return placed.map(({ topicId, slotId, roomId, topic }) => ({
    topicId,
    slotId,
    roomId,
    title: topic.title,
    convenerId: knownConvener(topic),
  }));
}
