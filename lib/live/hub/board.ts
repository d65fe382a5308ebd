import type { Audience } from "../channel";
import type { Snapshot, Tally } from "../feed";

/** What `board_since` answers. `cards` is null when no card changed since the seq that was asked for. */
export type Read = {
  seq: number;
  open: boolean;
  tallies: Record<string, Tally>;
  cards: Pick<Snapshot, "event" | "rooms" | "slots" | "topics" | "queue"> | null;
};

export type Board = Read & { cards: NonNullable<Read["cards"]> };

/** The board after a read; without cards it keeps those it knows. */
export function boardAfter(known: Board | null, read: Read): Board | null {
  const cards = read.cards ?? known?.cards;
  return cards ? { ...read, cards } : null;
}

/** What one audience may know of a board. The only place where tallies are given or withheld. */
export function viewFor(audience: Audience, board: Board, now: Date): Snapshot {
  const tallies = audience === "crew" || board.open ? board.tallies : null;
  return { seq: board.seq, now: now.toISOString(), ...board.cards, tallies };
}
