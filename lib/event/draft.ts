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
  keptOnPhones: boolean;
  /** It is a company's: then its members may come by themselves, or not. */
  ofOrg: boolean;
  openToOrg: boolean;
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

/** Named one by one: what a row holds besides is nobody's business in a browser. */
export function draftOf(of: Event, rooms: readonly Room[], slots: readonly Slot[]): EventDraft {
  const { slug, name, place, zone, language, visibility, dotsPerMember, dotsPerTopic, mayDotOwnTopic } = of;
  return {
    ...{ slug, name, place, zone, language, visibility, dotsPerMember, dotsPerTopic, mayDotOwnTopic },
    tallies: of.tallies,
    voters: of.voters,
    keptOnPhones: of.keptOnPhones,
    ofOrg: of.orgId !== null,
    openToOrg: of.openToOrg,
    startsOn: day(of.startsOn),
    endsOn: day(of.endsOn),
    conductUrl: of.conductUrl ?? "",
    rooms: rooms.map(roomDraft),
    slots: slots.map((slot) => slotDraft(slot, zone)),
  };
}

function roomDraft({ id, name, capacity, stepFree, projector, quiet }: Room): RoomDraft {
  return { id, name, capacity: String(capacity ?? ""), stepFree, projector, quiet };
}

function slotDraft({ id, startsAt, endsAt, title }: Slot, zone: string): SlotDraft {
  return {
    id,
    startsAt: DateTime.fromJSDate(startsAt, { zone }).toFormat("yyyy-MM-dd'T'HH:mm"),
    minutes: String(Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000)),
    title: title ?? "",
  };
}

const day = (date: Date) => date.toISOString().slice(0, 10);
