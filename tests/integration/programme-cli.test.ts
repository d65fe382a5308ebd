import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { importInto } from "@/bin/import/into-event";
import { roomsOf } from "@/bin/import/programme";
import { summaryOf } from "@/bin/import/report";
import { enter } from "@/lib/db/enter";
import { ask } from "@/lib/db/perform";
import { NoSuchFolder } from "@/lib/interop/devopsdays/files";
import { readDevopsdays } from "@/lib/interop/devopsdays/read";
import { viewProgramme } from "@/lib/programme/queries";
import { anEvent, aUser } from "@/tests/support/an-event";

const harbour = () => readDevopsdays("tests/fixtures/devopsdays/2018-harbour-city");
const silent = { ask: null };
const aSlug = () => `imported-${randomBytes(6).toString("hex")}`;

test("a folder becomes an event with empty slots, rooms and a host", async () => {
  const slug = aSlug();
  const email = `${slug}@example.org`;
  const wishes = { ...silent, slug, zone: "Europe/Brussels", rooms: "Aula:200, Attic", host: email };
  const read = harbour();
  const imported = await importInto(read, wishes);
  expect(imported.signIn).toContain(encodeURIComponent(email));
  expect(summaryOf(read, imported)).toMatchObject({
    event: slug,
    days: 2,
    entries: { talk: 5, ignite: 4, workshop: 1, break: 2, openSpace: 3, other: 4 },
    speakers: 4,
    slots: 2,
    changed: { added: 19 + 4 + 2 + 2, updated: 0, removed: 0 },
  });

  const host = { slug, userId: await aUserOf(imported.hostId) };
  const { event, rooms, slots } = await enter(host, "host", async ({ tx, event }) => ({
    event,
    rooms: await tx.room.findMany({ orderBy: { position: "asc" } }),
    slots: await tx.slot.findMany({ orderBy: { startsAt: "asc" } }),
  }));
  expect(event).toMatchObject({
    zone: "Europe/Brussels",
    place: "The Old Ropeworks",
    visibility: "public",
    phase: "before",
  });
  expect(rooms.map(({ name, capacity }) => [name, capacity])).toEqual([
    ["Aula", 200],
    ["Attic", null],
  ]);
  expect(slots.map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()])).toEqual([
    ["2018-05-16T12:00:00.000Z", "2018-05-16T12:45:00.000Z"],
    ["2018-05-16T13:00:00.000Z", "2018-05-16T13:45:00.000Z"],
  ]);
});

test("a second run changes nothing and keeps the zone that was settled", async () => {
  const slug = aSlug();
  await importInto(harbour(), { ...silent, slug, zone: "Asia/Tokyo" });
  const again = await importInto(harbour(), { ...silent, slug });
  expect(again).toMatchObject({ isNew: false, changed: { added: 0, updated: 0, removed: 0 } });
  expect((await ask(viewProgramme, { slug, userId: null }, undefined)).event.zone).toBe("Asia/Tokyo");
});

test("a zone that nobody settled is a doubt with its place; one that is asked for is not", async () => {
  const unsettled = harbour();
  await importInto(unsettled, { ...silent, slug: aSlug() });
  const about = unsettled.doubts.filter(({ what }) => what.startsWith("no time zone"));
  expect(about).toMatchObject([{ file: "data/events/2018-harbour-city.yml", line: 4 }]);

  const asked = harbour();
  const questions: string[] = [];
  const answer = async (question: string) => {
    questions.push(question);
    return question.startsWith("Rooms") ? "Barn:9" : "";
  };
  const slug = aSlug();
  await importInto(asked, { slug, ask: answer });
  expect(questions[0]).toMatch(/^Time zone \[Europe\/Brussels, from the coordinates, near Antwerp\]/);
  expect(asked.doubts.some(({ what }) => what.startsWith("no time zone"))).toBe(false);
});

test("somebody else's private event is not the operator's to guess at", async () => {
  const { slug } = await anEvent({ visibility: "private" });
  await expect(importInto(harbour(), { ...silent, slug })).rejects.toThrow(NoSuchFolder);
});

test("rooms are read with and without a size", () => {
  expect(roomsOf("Aula:200, Attic ,,Aula:180")).toEqual([
    { name: "Aula", capacity: 180 },
    { name: "Attic", capacity: null },
  ]);
  expect(() => roomsOf("Aula:many")).toThrow(NoSuchFolder);
});

const aUserOf = async (id: string | null) => id ?? (await aUser());
