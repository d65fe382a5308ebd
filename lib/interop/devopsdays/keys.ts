import type { Entry } from "./entries";

/**
 * A key per entry that survives a new time, a new order and an edited abstract: the slug where there is one,
 * else title and day; counted where that repeats.
 */
export function keyed(entries: Omit<Entry, "key">[]): Entry[] {
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const base = entry.slug ?? entry.said ?? `${plain(entry.title)}@${entry.day}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return { ...entry, key: count === 1 ? base : `${base}#${count}` };
  });
}

const plain = (title: string) =>
  title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 200);
