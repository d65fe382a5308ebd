import type { Ballot, Snapshot } from "@/lib/live/feed";

/** What the server said no to, and for which topic. */
export type Refusal = { reason: string; topicId: string; left: number | null };

export type LiveState = {
  snapshot: Snapshot;
  ballot: Ballot;
  /** Dots that this phone has given and the server has not acknowledged, by topic. */
  pending: Record<string, number>;
  refusal: Refusal | null;
  /**
   * `live`: by the socket. `polling`: by asking. `waiting`: the server is there and says not now. `offline`: nothing
   * is heard. `refused`: this phone may not look any more, and does not ask.
   */
  connection: "live" | "polling" | "waiting" | "offline" | "refused";
  /** When the server was last heard, in milliseconds of its own clock. */
  heardAt: number;
  /** What to add to this phone's clock to have the server's. */
  clockOffset: number;
};

export const noBallot: Ballot = { member: null, dots: {}, mine: [], barred: null };

export function dotsOn(state: LiveState, topicId: string) {
  return state.pending[topicId] ?? state.ballot.dots[topicId] ?? 0;
}

/** What remains of the budget; below nothing when the budget was lowered after the dots were cast. */
export function dotsLeft(state: LiveState) {
  const cast = Object.values({ ...state.ballot.dots, ...state.pending });
  return state.snapshot.event.dotsPerMember - cast.reduce((sum, dots) => sum + dots, 0);
}
