import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { prisma } from "@/lib/db/client";
import { type Caller, enter } from "@/lib/db/enter";
import { performOutside } from "@/lib/db/outside";
import { perform } from "@/lib/db/perform";
import { createEvent, createEventOf, openPhase } from "@/lib/event/commands";
import type { createEventInput } from "@/lib/event/input";
import type { Phase } from "@/lib/live/feed";
import type { Role } from "@/lib/member/rules";

/** `of`: a company, and the member of it who makes the event. */
type Overrides = Partial<z.input<typeof createEventInput>> & { phase?: Phase; of?: { org: string; userId: string } };
export type TestEvent = Awaited<ReturnType<typeof anEvent>>;
/** Somebody of a test: a caller who certainly has an account. */
export type Person = Caller & { userId: string };

const room = (name: string, capacity: number) => ({ id: null, name, capacity });
const slot = (startsAt: string) => ({ id: null, startsAt, minutes: 45 });

/** A fresh event for one test: three rooms, two slots, in the marketplace unless told otherwise. */
export async function anEvent({ phase = "marketplace", of, ...overrides }: Overrides = {}) {
  const userId = of?.userId ?? (await aUser());
  const fields = {
    name: "DevOpsDays Testhaven",
    zone: "Europe/Brussels",
    startsOn: "2027-03-04",
    endsOn: "2027-03-05",
    hostName: "Hedda Host",
    conductUrl: null,
    rooms: [room("Aula", 200), room("Attic", 12), room("Barn", 40)],
    slots: [slot("2027-03-04T14:00"), slot("2027-03-04T15:00")],
    ...overrides,
  };
  const slug = of
    ? await performOutside(createEventOf(of.org), userId, fields)
    : await performOutside(createEvent, userId, { slug: `day-${randomBytes(6).toString("hex")}`, ...fields });
  const host: Person = { slug, userId };
  if (phase !== "before") await perform(openPhase, host, { phase, minutes: null });
  const facts = await enter(host, "host", async ({ tx, event }) => ({
    id: event.id,
    code: event.joinCode,
    rooms: await tx.room.findMany({ orderBy: { position: "asc" } }),
    slots: await tx.slot.findMany({ orderBy: { startsAt: "asc" } }),
  }));
  const spots = facts.slots.flatMap((slot) => facts.rooms.map((room) => ({ slotId: slot.id, roomId: room.id })));

  return {
    slug,
    host,
    ...facts,
    /** Somebody new who is a member with that role. */
    as: (role: Role, name = `Some ${role}`) => aMember(host, role, name),
    /** Somebody who is signed in and no member. */
    asStranger: async (): Promise<Person> => ({ slug, userId: await aUser() }),
    /** Somebody who is not signed in. */
    asVisitor: (): Caller => ({ slug, userId: null }),
    /** A free cell of the board, another one on each call. */
    withSpot: () => {
      const spot = spots.shift();
      if (!spot) throw new Error("This event has no more cells.");
      return spot;
    },
  };
}

/** An account; with an address it counts as confirmed. */
export async function aUser(email?: string) {
  const data = email ? { email, emailVerified: new Date() } : {};
  return (await prisma().user.create({ data })).id;
}

async function aMember(host: Person, role: Role, name: string): Promise<Person & { memberId: string }> {
  const userId = await aUser();
  const member = await enter(host, "host", ({ tx, event }) =>
    tx.member.create({ data: { eventId: event.id, userId, role, name } }),
  );
  return { slug: host.slug, userId, memberId: member.id };
}
