import entries from "@/prisma/harbour-city/library.json" with { type: "json" };
import { aPublished } from "@/tests/support/a-published";

const told = 120;
const firstAt = Date.UTC(2026, 8, 17, 15, 4);

/** Publishes a post-mortem as long as the longest that people write: 120 events and some forty kilobytes of text. Answers its path. */
export async function aLongPostmortem() {
  const { document } = entries[0] as { document: { kind: "postmortem"; body: string; timeline: { text: string }[] } };
  const timeline = Array.from({ length: told }, (_, place) => ({
    id: `e${place}`,
    at: { at: new Date(firstAt + place * 47_000).toISOString(), precision: "second", text: "" },
    text: document.timeline[place % document.timeline.length]?.text ?? "",
    starred: place % 9 === 0,
  }));
  const body = Array.from({ length: 30 }, (_, part) => document.body.replaceAll("## ", `## ${part + 1}. `)).join("\n");
  const factors: unknown[] = [];
  const { slug } = await aPublished({ ...document, title: "A long evening at the quay", timeline, factors, body });
  return `/library/${slug}`;
}
