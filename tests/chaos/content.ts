import type { Snapshot } from "@/lib/live/feed";

/** What one seq may mean only once: who has how many dots, in which phase. */
export function meaningOf({ event, topics, tallies }: Snapshot) {
  return JSON.stringify([event.phase, topics.length, Object.entries(tallies ?? {}).sort(byId)]);
}

/** The whole board, without the moments at which it was looked at. */
export function contentOf({ seq: _, now: __, hub: ___, tallies, ...cards }: Snapshot) {
  return JSON.stringify([cards, Object.entries(tallies ?? {}).sort(byId)]);
}

const byId = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
