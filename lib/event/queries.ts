import { z } from "zod";
import { enter, wallKey } from "@/lib/db/enter";
import { outside } from "@/lib/db/outside";
import { query } from "@/lib/db/perform";
import { draftOf } from "@/lib/event/draft";

export type { EventDraft, RoomDraft, SlotDraft } from "@/lib/event/draft";

const nothing = z.undefined();

/** What every page of the event shows at its edge, and who looks. */
export const viewShell = query({
  atLeast: "visitor",
  input: nothing,
  async run({ event, member }) {
    const { slug, name, place, zone, language, conductUrl, phase, phaseEndsAt } = event;
    return { slug, name, place, zone, language, conductUrl, phase, phaseEndsAt, role: member?.role ?? null };
  },
});

/** The viewer's own standing: their name, their dots, why they may not vote. */
export const viewMe = query({
  atLeast: "visitor",
  input: nothing,
  async run({ tx, event, member }) {
    const { slug, name, zone, voters, dotsPerMember } = event;
    const me = member
      ? await tx.member.findUniqueOrThrow({
          where: { eventId_id: { eventId: event.id, id: member.id } },
          select: { name: true, nameIsMadeUp: true, role: true, joinedAt: true, ticket: { select: { usedAt: true } } },
        })
      : null;
    const [bar] = member
      ? await tx.$queryRaw<{ barred: string | null }[]>`select barred_from_voting(${member.id}::uuid) as barred`
      : [];
    return { event: { slug, name, zone, voters, dotsPerMember }, me, barred: bar?.barred ?? null };
  },
});

/** The facilitator's desk: phase, code, wall link, joins per minute and heads, never names. */
export const viewDesk = query({
  atLeast: "facilitator",
  input: nothing,
  async run({ tx, event, member }) {
    const since = new Date(Date.now() - 10 * 60_000);
    const joined = await tx.member.findMany({ where: { joinedAt: { gte: since } }, select: { joinedAt: true } });
    const members = await tx.member.count();
    const voted = await tx.dots.groupBy({ by: ["memberId"] });
    const tickets = await tx.ticket.groupBy({ by: ["usedAt"], _count: true });
    return {
      event,
      role: member.role,
      wallKey: wallKey(event),
      members,
      voters: voted.length,
      joinsPerMinute: perMinute(joined.map((row) => row.joinedAt)),
      tickets: {
        all: tickets.reduce((sum, row) => sum + row._count, 0),
        used: tickets.filter((row) => row.usedAt).reduce((sum, row) => sum + row._count, 0),
      },
    };
  },
});

/** All that the event's form edits. */
export const viewSettings = query({
  atLeast: "host",
  input: nothing,
  async run({ tx, event }) {
    const rooms = await tx.room.findMany({ orderBy: [{ position: "asc" }, { name: "asc" }] });
    const slots = await tx.slot.findMany({ orderBy: { startsAt: "asc" } });
    return { draft: draftOf(event, rooms, slots) };
  },
});

export type ListedEvent = {
  slug: string;
  name: string;
  place: string;
  zone: string;
  starts_on: Date;
  ends_on: Date;
  role: string | null;
};

/** Public events, and those one belongs to, newest first. */
export function listEvents(userId: string | null) {
  return outside(
    (tx) => tx.$queryRaw<ListedEvent[]>`
    select slug, name, place, zone, starts_on, ends_on, role::text from events_for(${userId}::uuid)`,
  );
}

/** The address of the event that a join code opens, or null. */
export async function slugOfCode(code: string) {
  const [found] = await outside((tx) => tx.$queryRaw<{ slug: string | null }[]>`select event_of_code(${code}) as slug`);
  return found?.slug ?? null;
}

/** Where a join code leads, or null: to the event; while dots are given straight to what they are given to. */
export async function pathOfCode(code: string) {
  const slug = await slugOfCode(code);
  if (!slug) return null;
  const { phase } = await enter({ slug, userId: null }, "visitor", async ({ event }) => event);
  return phase === "voting" ? `/e/${slug}/topics` : `/e/${slug}`;
}

/** Joins in each of the last ten minutes, oldest first. */
function perMinute(joined: readonly Date[]) {
  const counts = new Array<number>(10).fill(0);
  for (const at of joined) {
    const minute = 9 - Math.floor((Date.now() - at.getTime()) / 60_000);
    if (minute in counts) counts[minute] = (counts[minute] ?? 0) + 1;
  }
  return counts;
}
