import { randomBytes, randomInt } from "node:crypto";
import { DateTime } from "luxon";
import { z } from "zod";
import { found, type OutsideCommand } from "@/lib/db/outside";
import { command } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import {
  createEventInput,
  createOrgEventInput,
  type EventForm,
  editEventInput,
  openPhaseInput,
} from "@/lib/event/input";
import { replaceRooms, replaceSlots } from "@/lib/event/rooms-and-slots";
import { checkRooms, checkSlots, newJoinCode } from "@/lib/event/rules";
import { randomPart } from "@/lib/org/rules";

const freshCode = () => newJoinCode(() => randomInt(2 ** 32) / 2 ** 32);

/**
 * Makes an event with its rooms and slots; the maker becomes its host. Answers its address: of a private one a random
 * one, for a name in it would be told to whoever sees a link, and a taken one would tell that it exists.
 * Refuses with `slug-taken`, `rooms-repeat`, `slots-repeat`, `slot-ends-before-start`.
 */
export const createEvent: OutsideCommand<typeof createEventInput, string> = {
  input: createEventInput,
  run: (userId, input) => foundFrom(userId, input),
};

/** The same for a company, by one of its members. Refuses also with `not-found`. */
export const createEventOf = (org: string): OutsideCommand<typeof createOrgEventInput, string> => ({
  input: createOrgEventInput,
  run: (userId, input) => foundFrom(userId, { ...input, slug: randomAddress() }, org),
});

const randomAddress = () => randomPart(randomBytes(16));

function foundFrom(userId: string, input: z.output<typeof createEventInput>, org?: string) {
  const slug = input.visibility === "private" ? randomAddress() : input.slug;
  const founding = { ...input, slug, userId, joinCode: freshCode(), ...(org && { org }) };
  return found(founding, async (scope) => {
    await scope.tx.event.update({ where: { id: scope.event.id }, data: settings(input) });
    await replaceRooms(scope, rooms(input));
    await replaceSlots(scope, slots(input));
    scope.record("event.created");
    return slug;
  }).catch((error: unknown) => {
    if (isTaken(error)) throw new Refused("slug-taken", { slug: ["slug-taken"] });
    throw error;
  });
}

/**
 * Changes an event. A lowered budget keeps the dots already cast: `overBudget` answers how many members are
 * now over it. Refuses like `createEvent`, and with `room-in-use`, `slot-in-use`.
 */
export const editEvent = command({
  atLeast: "host",
  input: editEventInput,
  alone: true,
  async run(scope, input) {
    await scope.oneAtATime("board");
    await scope.oneAtATime("ballot");
    await scope.tx.event.update({ where: { id: scope.event.id }, data: settings(input) });
    await replaceRooms(scope, rooms(input));
    await replaceSlots(scope, slots(input));
    scope.record("event.edited");
    const cast = await scope.tx.dots.groupBy({ by: ["memberId"], _sum: { dots: true } });
    return { overBudget: cast.filter(({ _sum }) => (_sum.dots ?? 0) > input.dotsPerMember).length };
  },
});

/** Opens a part of the day, for everybody at once. The phase before it is thereby closed; any may be reopened. */
export const openPhase = command({
  atLeast: "facilitator",
  input: openPhaseInput,
  alone: true,
  async run({ tx, event, record, oneAtATime }, { phase, minutes }) {
    // no vote may slip in between the last look at the phase and its end
    await oneAtATime("ballot");
    const now = new Date();
    const phaseEndsAt = minutes === null ? null : new Date(now.getTime() + minutes * 60_000);
    await tx.event.update({ where: { id: event.id }, data: { phase, phaseOpenedAt: now, phaseEndsAt } });
    record("phase.opened");
    return { from: event.phase, phase };
  },
});

/** A new join code; the old one opens nothing any more. */
export const rotateCode = command({
  atLeast: "facilitator",
  input: z.strictObject({}),
  // the code is unique: to change it locks the event's row against whoever refers to it
  alone: true,
  async run({ tx, event, record }) {
    const { joinCode } = await tx.event.update({ where: { id: event.id }, data: { joinCode: freshCode() } });
    record("code.rotated");
    return joinCode;
  },
});

/** A new link for the wall; every older one shows nothing any more. */
export const rotateWall = command({
  atLeast: "facilitator",
  input: z.strictObject({}),
  async run({ tx, event, record }) {
    await tx.event.update({ where: { id: event.id }, data: { wallEpoch: { increment: 1 } } });
    await tx.$executeRaw`select pg_notify('sessions', '')`;
    record("wall.rotated");
  },
});

/** The columns of the event row that a form sets. */
function settings({ rooms, slots, slug, hostName, ...input }: EventForm & { slug?: string; hostName?: string }) {
  return { ...input, startsOn: new Date(input.startsOn), endsOn: new Date(input.endsOn) };
}

function rooms(input: EventForm) {
  checkRooms(input.rooms);
  return input.rooms.map((room, position) => ({ ...room, position }));
}

/** Local times of the form as instants. */
function slots({ slots, zone }: EventForm) {
  const placed = slots.map(({ id, startsAt, minutes, title }) => {
    const start = DateTime.fromISO(startsAt, { zone });
    return {
      id,
      startsAt: start.toJSDate(),
      endsAt: start.plus({ minutes: minutes ?? 45 }).toJSDate(),
      title: title || null,
    };
  });
  checkSlots(placed);
  return placed;
}

function isTaken(error: unknown) {
  const text = error instanceof Error ? error.message : "";
  return text.includes("event_slug_key") || (text.includes("23505") && text.includes("slug"));
}
