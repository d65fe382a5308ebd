import { DateTime } from "luxon";
import type { Event, Room, Slot } from "@/generated/prisma/client";

/** An event as its form shows it: texts, ticks, and local times of its zone. */
export type EventDraft = {
  slug: string;
  name: string;
  place: string;
  zone: string;
  startsOn: string;
  endsOn: string;
  language: string;
  conductUrl: string;
  visibility: string;
  dotsPerMember: number;
  dotsPerTopic: number;
  mayDotOwnTopic: boolean;
  tallies: string;
  voters: string;
  rooms: RoomDraft[];
  slots: SlotDraft[];
};
export type RoomDraft = {
  id: string;
  name: string;
  capacity: string;
  stepFree: boolean;
  projector: boolean;
  quiet: boolean;
};
export type SlotDraft = { id: string; startsAt: string; minutes: string; title: string };

export function draftOf(event: Event, rooms: readonly Room[], slots: readonly Slot[]): EventDraft {
  return {
    ...event,
    startsOn: day(event.startsOn),
    endsOn: day(event.endsOn),
    conductUrl: event.conductUrl ?? "",
    rooms: rooms.map((room) => ({ ...room, capacity: String(room.capacity ?? "") })),
    slots: slots.map(({ id, startsAt, endsAt, title }) => ({
      id,
      startsAt: DateTime.fromJSDate(startsAt, { zone: event.zone }).toFormat("yyyy-MM-dd'T'HH:mm"),
      minutes: String(Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000)),
      title: title ?? "",
    })),
  };
}

const day = (date: Date) => date.toISOString().slice(0, 10);
