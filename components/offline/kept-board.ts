import type { Ballot, Snapshot } from "@/lib/live/feed";
import { boardAt, type KeptBoard, readShelf } from "@/lib/offline/rules";

type Kept = KeptBoard<Snapshot, Ballot>;

/** The newest board that this phone kept of an event. */
export async function lastBoard(slug: string): Promise<Kept | null> {
  const boards: Kept[] = [];
  for (const name of await caches.keys()) {
    const board = readShelf(name)?.slug === slug && (await caches.match(boardAt, { cacheName: name }));
    if (board) boards.push((await board.json()) as Kept);
  }
  return boards.sort((a, b) => b.heardAt - a.heardAt)[0] ?? null;
}

let last: { snapshot: Snapshot; ballot: Ballot } | null = null;

/** Whether these are what was asked about the last time. */
export function sameBoard(snapshot: Snapshot, ballot: Ballot) {
  const isSame = last?.snapshot === snapshot && last.ballot === ballot;
  last = { snapshot, ballot };
  return isSame;
}
