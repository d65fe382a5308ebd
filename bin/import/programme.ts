import type { z } from "zod";
import { NoSuchFolder } from "@/lib/interop/devopsdays/files";
import type { Entry, Reading } from "@/lib/interop/devopsdays/read";
import { instantOf } from "@/lib/interop/devopsdays/zone";
import type { importProgrammeInput } from "@/lib/programme/input";

type Room = { name: string; capacity: number | null };

/** What was read, as the command takes it: instants instead of the event's own times. */
export function programmeOf(reading: Reading, zone: string, rooms: Room[]): z.input<typeof importProgrammeInput> {
  const { slug: _, ...event } = reading.event;
  const at = (time: string | null) => (time === null ? null : instantOf(time, zone));
  const sorted = [...reading.entries].sort((a, b) => timeOf(a).localeCompare(timeOf(b)));
  return {
    source: "devopsdays",
    event: { ...event, zone },
    rooms,
    speakers: reading.speakers,
    entries: sorted.map(({ key, kind, slug, title, abstract, comments, url, day, speakers, startsAt, endsAt }) => ({
      ...{ key, slug, title, abstract, comments, url, day, speakers: [...speakers] },
      kind: kind === "openSpace" ? ("open_space" as const) : kind,
      startsAt: at(startsAt),
      endsAt: at(endsAt),
    })),
    slots: sorted.flatMap(({ slot, key, title, startsAt, endsAt }) => {
      const start = slot ? at(startsAt) : null;
      return start ? [{ key, title, startsAt: start, endsAt: at(endsAt) ?? later(start, 45) }] : [];
    }),
  };
}

const timeOf = ({ startsAt, day }: Entry) => startsAt ?? `${day}T99`;

const later = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** Reads `Aula:200, Attic`. */
export function roomsOf(text: string): Room[] {
  const rooms = text.split(",").flatMap((part) => {
    const [name = "", size] = part.split(":").map((piece) => piece.trim());
    const capacity = size ? Number(size) : null;
    if (capacity !== null && !(Number.isInteger(capacity) && capacity > 0))
      throw new NoSuchFolder(`${part.trim()} is no room: they look like Aula:200.`);
    return name ? [{ name, capacity }] : [];
  });
  return [...new Map(rooms.map((room) => [room.name, room])).values()];
}
