import type { Change, Snapshot, TopicCard } from "../feed";

/** What changed from one snapshot of a board to a later one, as `applyFrame` understands it; null when nothing did. */
export function diff(old: Snapshot, next: Snapshot, prev: number): Change | null {
  const change: Change = {
    seq: next.seq,
    prev,
    now: next.now,
    ...changedTopics(old.topics, next.topics),
    ...changedTallies(old, next),
    ...(differ(old.event, next.event) && { event: next.event }),
    ...(differ(old.rooms, next.rooms) && { rooms: next.rooms }),
    ...(differ(old.slots, next.slots) && { slots: next.slots }),
    ...(differ(old.queue, next.queue) && { queue: next.queue }),
  };
  return Object.keys(change).length > 3 ? change : null;
}

function differ(a: unknown, b: unknown) {
  return a !== b && JSON.stringify(a) !== JSON.stringify(b);
}

function changedTopics(old: TopicCard[], next: TopicCard[]): Pick<Change, "topics" | "gone"> {
  if (old === next) return {};
  const known = new Map(old.map((topic) => [topic.id, topic]));
  const topics = next.filter((topic) => differ(known.get(topic.id), topic));
  const living = new Set(next.map(({ id }) => id));
  const gone = old.flatMap(({ id }) => (living.has(id) ? [] : [id]));
  return { ...(topics.length > 0 && { topics }), ...(gone.length > 0 && { gone }) };
}

function changedTallies(old: Snapshot, next: Snapshot): Pick<Change, "tallies"> {
  if (next.tallies === null) return old.tallies === null ? {} : { tallies: null };
  if (old.tallies === null) return { tallies: next.tallies };
  const tallies: NonNullable<Change["tallies"]> = {};
  for (const [id, tally] of Object.entries(next.tallies)) {
    const [dots, heads] = old.tallies[id] ?? [0, 0];
    if (dots !== tally[0] || heads !== tally[1]) tallies[id] = tally;
  }
  const living = new Set(next.topics.map(({ id }) => id));
  for (const id of Object.keys(old.tallies)) {
    if (!next.tallies[id] && living.has(id)) tallies[id] = [0, 0];
  }
  return Object.keys(tallies).length > 0 ? { tallies } : {};
}
