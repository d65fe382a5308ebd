import { DateTime } from "luxon";
import type { Scope } from "@/lib/db/perform";
import day from "./programme.json" with { type: "json" };

export const zone = "Europe/Brussels";
export const today = DateTime.now().setZone(zone).toISODate() ?? "";
const at = (time: string) => DateTime.fromISO(`${today}T${time}`, { zone }).toJSDate();

/** Place, phase, rooms and slots. */
export async function settle({ tx, event }: Scope) {
  const phaseEndsAt = new Date(Date.now() + 45 * 60_000);
  await tx.event.update({
    where: { id: event.id },
    data: {
      place: "The Old Ropeworks, Harbour City",
      conductUrl: "https://example.org/code-of-conduct",
      phase: "voting",
      phaseEndsAt,
    },
  });
  const eventId = event.id;
  await tx.room.createMany({
    data: day.rooms.map(([name, capacity, stepFree, projector, quiet], position) => ({
      eventId,
      name: String(name),
      capacity: Number(capacity),
      stepFree: stepFree === true,
      projector: projector === true,
      quiet: quiet === true,
      position,
    })),
  });
  await tx.slot.createMany({
    data: day.slots.map(([start = "", end = ""]) => ({ eventId, startsAt: at(start), endsAt: at(end) })),
  });
}

type EntryRow = [kind: string, start: string, end: string | null, title: string, speakers: string[], abstract?: string];

export async function fillProgramme({ tx, event }: Scope) {
  const eventId = event.id;
  const rows = [...day.entries, day.workshop] as EntryRow[];
  for (const [position, [kind, start, end, title, speakers, abstract = ""]] of rows.entries()) {
    const times = { startsAt: at(start), endsAt: end ? at(end) : null, day: new Date(today), position };
    const entry = await tx.programmeEntry.create({
      data: { eventId, kind: kind as "talk", title, abstract, slug: slugOf(title), ...times },
    });
    for (const [place, name] of speakers.entries()) {
      const bio = `${name} works where software meets people, somewhere by the sea.`;
      const where = { eventId_slug: { eventId, slug: slugOf(name) } };
      const speaker = await tx.speaker.upsert({
        where,
        create: { eventId, slug: slugOf(name), name, bio },
        update: {},
      });
      await tx.entrySpeaker.create({ data: { eventId, entryId: entry.id, speakerId: speaker.id, position: place } });
    }
  }
}

const slugOf = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
