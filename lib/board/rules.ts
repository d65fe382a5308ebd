import { Refused } from "@/lib/errors";

export type Cell = { slotId: string; roomId: string };
export type Placed = Cell & { topicId: string; title: string; convenerId: string | null };
export type Span = { id: string; startsAt: Date; endsAt: Date };

/**
 * The two laws of the board: a room holds one topic at a time, and a convener cannot be in two rooms at once.
 * Slots that overlap, or are equal, are at once. Refuses with `slot-taken` and `convener-busy`, naming both topics.
 */
export function checkPlacement(wanted: Placed, board: readonly Placed[], slots: readonly Span[]) {
  const wantedSpan = slots.find((slot) => slot.id === wanted.slotId);
  for (const placed of board) {
    if (placed.topicId === wanted.topicId) continue; // the topic itself, being moved
    if (
      !wantedSpan ||
      !atOnce(
        wantedSpan,
        slots.find((slot) => slot.id === placed.slotId),
      )
    )
      continue;
    const about = { topic: wanted.title, other: placed.title };
    if (placed.roomId === wanted.roomId) throw new Refused("slot-taken", {}, about);
    if (placed.convenerId && placed.convenerId === wanted.convenerId) throw new Refused("convener-busy", {}, about);
  }
}

/** The same as an answer. */
export function mayPlaceAt(...placing: Parameters<typeof checkPlacement>) {
  try {
    checkPlacement(...placing);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

function atOnce(a: Span, b: Span | undefined) {
  return b !== undefined && (a.id === b.id || (a.startsAt < b.endsAt && b.startsAt < a.endsAt));
}
