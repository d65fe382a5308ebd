import { Prisma } from "@/generated/prisma/client";
import { enter } from "@/lib/db/enter";
import type { Snapshot } from "@/lib/live/feed";
import type { ModelDay } from "./model-day";
import type { RealDay } from "./real-day";
import type { Who } from "./step";

/** Everything that the database holds of a day, as of one moment. */
export async function rowsOf({ people }: RealDay) {
  return enter(people.host, "host", async ({ tx }) => {
    const orderBy = [{ topicId: "asc" as const }];
    return {
      event: await tx.event.findFirstOrThrow(),
      topics: await tx.topic.findMany(),
      dots: await tx.dots.findMany({ orderBy }),
      placements: await tx.placement.findMany({ orderBy }),
      merges: await tx.merge.findMany(),
      revisions: await tx.noteRevision.findMany({ orderBy: [{ topicId: "asc" }, { rev: "asc" }] }),
      notes: await tx.note.findMany(),
      stars: await tx.star.findMany(),
      changes: await tx.change.findMany({ orderBy: { id: "asc" } }),
      clock: Number((await tx.eventClock.findFirstOrThrow()).seq),
      board: await boardIn(tx),
    };
  });
}

/** Dots, places and board as of one moment: read in one statement, while others write. */
export async function sightOf({ people }: RealDay) {
  return enter(people.host, "host", async ({ tx }) => {
    const [row] = await tx.$queryRaw<{ sight: Sight }[]>(Prisma.sql`select jsonb_build_object(
      'board', board_snapshot(true),
      'dots', (select coalesce(jsonb_agg(jsonb_build_object('topicId', topic_id, 'memberId', member_id, 'dots', dots)), '[]') from dots),
      'placements', (select coalesce(jsonb_agg(jsonb_build_object('topicId', topic_id, 'slotId', slot_id, 'roomId', room_id)), '[]') from placement),
      'topics', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'withdrawnAt', withdrawn_at, 'intoId', into_id, 'convenerId', convener_id)), '[]') from topic)) as sight`);
    if (!row) throw new Error("There is no board.");
    return row.sight;
  });
}

type Sight = Pick<Rows, "dots" | "placements" | "topics"> & { board: Snapshot };
export type Rows = Awaited<ReturnType<typeof rowsOf>>;

async function boardIn(tx: Parameters<Parameters<typeof enter>[2]>[0]["tx"]) {
  const [row] = await tx.$queryRaw<{ crew: Snapshot; hall: Snapshot }[]>(
    Prisma.sql`select board_snapshot(true) as crew, board_snapshot(false) as hall`,
  );
  if (!row) throw new Error("There is no board.");
  return row;
}

/** The same words for what the database holds and for what the model holds. */
export function realTerms(day: RealDay, rows: Rows) {
  const nameOf = new Map(Object.entries(day.members).map(([who, id]) => [id, who]));
  const at = (slotId: string | null, roomId: string | null) =>
    slotId && roomId
      ? `${day.slots.findIndex(({ id }) => id === slotId)}/${day.rooms.findIndex(({ id }) => id === roomId)}`
      : null;
  return {
    phase: rows.event.phase,
    topics: day.topics.map((id) => {
      const topic = rows.topics.find((row) => row.id === id);
      const place = rows.placements.find(({ topicId }) => topicId === id);
      const dots = rows.dots.filter(({ topicId }) => topicId === id);
      return {
        title: topic?.title,
        anonymous: topic?.anonymous,
        convener: nameOf.get(topic?.convenerId ?? "") ?? null,
        withdrawn: topic?.withdrawnAt !== null,
        into: topic?.intoId ? day.topics.indexOf(topic.intoId) : null,
        place: place
          ? [at(place.slotId, place.roomId), place.pinnedAt !== null, at(place.leftSlotId, place.leftRoomId)]
          : null,
        dots: Object.fromEntries(dots.map((row) => [nameOf.get(row.memberId), row.dots])),
        notes: rows.revisions.filter(({ topicId }) => topicId === id).map(({ body }) => body),
      };
    }),
    merges: day.merges.map((id) => {
      const merge = rows.merges.find((row) => row.id === id);
      if (merge?.declinedAt) return "declined";
      if (merge?.splitAt) return "split";
      return merge?.mergedAt ? "merged" : "open";
    }),
    stars: rows.stars
      .map(({ memberId, entryId }) => `${nameOf.get(memberId)} ${day.entries.findIndex(({ id }) => id === entryId)}`)
      .sort(),
  };
}

export function modelTerms(model: ModelDay): ReturnType<typeof realTerms> {
  const at = (cell: { slot: number; room: number } | null) => (cell ? `${cell.slot}/${cell.room}` : null);
  return {
    phase: model.now,
    topics: model.topics.map(({ place, dots, pitcher: _, ...topic }) => ({
      ...topic,
      place: place ? [at(place), place.pinned, at(place.left)] : null,
      dots: Object.fromEntries(dots) as Record<Who, number>,
    })),
    merges: model.merges.map(({ state }) => state),
    stars: [...model.stars].sort(),
  };
}
