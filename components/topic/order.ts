import type { Phase, Snapshot, TopicCard } from "@/lib/live/feed";

/** An order of its own for every seed, the same each time: no topic is first for everybody. */
export function ownOrder<T extends { id: string }>(topics: readonly T[], seed: string): T[] {
  const rank = new Map(topics.map(({ id }) => [id, hash(seed + id)]));
  return topics.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
}

/** Not yet shown to this person first, then those that the fewest people were shown, else in their own order. */
export function fewestSeenFirst<T extends { id: string }>(
  topics: readonly T[],
  { seed, seen, exposure }: { seed: string; seen: readonly string[]; exposure: Readonly<Record<string, number>> },
): T[] {
  const known = new Set(seen);
  const weight = ({ id }: T) => (known.has(id) ? 1_000_000 : 0) + (exposure[id] ?? 0);
  return ownOrder(topics, seed).sort((a, b) => weight(a) - weight(b));
}

/** What a list shows first: the newest while pitching, own order while dotting, then the most wanted. */
export function listOrder({ topics, tallies, event }: Snapshot, seed: string): TopicCard[] {
  if (event.phase === "voting") return ownOrder(topics, seed);
  if (isEarly(event.phase)) return topics.toSorted((a, b) => b.pitchedAt.localeCompare(a.pitchedAt));
  const dots = ({ id }: TopicCard) => tallies?.[id]?.[0] ?? 0;
  return topics.toSorted((a, b) => dots(b) - dots(a) || a.title.localeCompare(b.title));
}

const isEarly = (phase: Phase) => phase === "before" || phase === "marketplace";

/** FNV-1a, finished by a mix so that near seeds give far orders. */
function hash(text: string) {
  let value = 2166136261;
  for (const letter of text) value = Math.imul(value ^ letter.charCodeAt(0), 16777619);
  value = Math.imul(value ^ (value >>> 16), 2246822507);
  return (value ^ (value >>> 13)) >>> 0;
}
