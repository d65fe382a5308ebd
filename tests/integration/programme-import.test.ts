import { expect, test } from "vitest";
import type { z } from "zod";
import { placeTopic } from "@/lib/board/commands";
import { enter } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { importProgramme, starTalk } from "@/lib/programme/commands";
import type { importProgrammeInput } from "@/lib/programme/input";
import { viewProgramme, viewStars } from "@/lib/programme/queries";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent, type Person } from "@/tests/support/an-event";

type Programme = z.input<typeof importProgrammeInput>;

const entry = (key: string, startsAt: string | null, more: Partial<Programme["entries"][number]> = {}) => ({
  key,
  kind: "talk" as const,
  slug: key,
  title: `About ${key}`,
  abstract: "",
  comments: "",
  url: null,
  day: "2027-03-04",
  startsAt: startsAt && `2027-03-04T${startsAt}:00Z`,
  endsAt: null,
  speakers: [],
  ...more,
});

const programme: Programme = {
  source: "devopsdays",
  event: {
    name: "DevOpsDays Testhaven",
    place: "The quay",
    zone: "Europe/Brussels",
    startsOn: "2027-03-04",
    endsOn: "2027-03-05",
  },
  entries: [entry("ropes", "09:00", { speakers: ["ana", "bo"] }), entry("knots", "10:00", { speakers: ["bo"] })],
  slots: [{ key: "os-1", title: "Open Space #1", startsAt: "2027-03-04T14:00:00Z", endsAt: "2027-03-04T14:45:00Z" }],
  speakers: ["ana", "bo"].map((slug) => ({ slug, name: slug, bio: "", pronouns: null, website: null })),
  rooms: [{ name: "Crypt", capacity: 30 }],
};

const anImported = async () => {
  const day = await anEvent();
  const { changed } = await perform(importProgramme, day.host, programme);
  return { ...day, changed };
};

const clockOf = (host: Person) => enter(host, "host", async ({ tx }) => (await tx.eventClock.findFirstOrThrow()).seq);
const idOf = (host: Person, slug: string) =>
  enter(host, "host", async ({ tx }) => (await tx.programmeEntry.findFirstOrThrow({ where: { slug } })).id);

test("an import brings entries with their speakers in order, an empty slot and a room", async () => {
  const { host, changed } = await anImported();
  expect(changed).toEqual({ added: 6, updated: 1, removed: 0 });
  const { days } = await ask(viewProgramme, host, undefined);
  expect(days.map(({ day, entries }) => [day, entries.map(({ title, speakers }) => [title, speakers])])).toEqual([
    [
      "2027-03-04",
      [
        ["About ropes", ["ana", "bo"]],
        ["About knots", ["bo"]],
      ],
    ],
  ]);
});

test("a second time it changes nothing, and announces nothing", async () => {
  const { host } = await anImported();
  const before = await clockOf(host);
  const again = await perform(importProgramme, host, programme);
  expect(again).toEqual({ changed: { added: 0, updated: 0, removed: 0 }, kept: [] });
  expect(await clockOf(host)).toBe(before);
});

test("two imports at once are one", async () => {
  const { host } = await anEvent();
  const both = await Promise.all([
    perform(importProgramme, host, programme),
    perform(importProgramme, host, programme),
  ]);
  expect(both.map(({ changed }) => changed.added).sort()).toEqual([0, 6]);
});

test("an entry that moves keeps its stars; one that is gone goes with them", async () => {
  const { host, as } = await anImported();
  const fan = await as("participant");
  for (const slug of ["ropes", "knots"])
    await perform(starTalk, fan, { entryId: await idOf(host, slug), starred: "true" });

  const { changed } = await perform(importProgramme, host, {
    ...programme,
    entries: [entry("ropes", "11:00", { title: "Longer ropes", speakers: ["bo"] })],
    speakers: programme.speakers.filter(({ slug }) => slug === "bo"),
  });
  expect(changed).toEqual({ added: 0, updated: 1, removed: 2 });
  const { days } = await ask(viewStars, fan, undefined);
  expect(days.flatMap(({ entries }) => entries.map(({ title }) => title))).toEqual(["Longer ropes"]);
});

test("a slot that is gone stays while a topic stands in it", async () => {
  const { host, as, rooms } = await anImported();
  const slot = await enter(host, "host", ({ tx }) => tx.slot.findFirstOrThrow({ where: { title: "Open Space #1" } }));
  await perform(pitchTopic, await as("participant"), { title: "Tides" });
  const topic = await enter(host, "host", ({ tx }) => tx.topic.findFirstOrThrow());
  await perform(placeTopic, host, { topicId: topic.id, slotId: slot.id, roomId: rooms[0]?.id ?? "" });

  const gone = await perform(importProgramme, host, { ...programme, slots: [] });
  expect(gone).toEqual({ changed: { added: 0, updated: 0, removed: 0 }, kept: ["Open Space #1"] });
});

test("what was made by hand is not the import's to take away", async () => {
  const { host, slots, rooms } = await anImported();
  await perform(importProgramme, host, { ...programme, entries: [], slots: [], speakers: [], rooms: [] });
  const left = await enter(host, "host", async ({ tx }) => [
    await tx.programmeEntry.count(),
    await tx.speaker.count(),
    await tx.slot.count(),
    await tx.room.count(),
  ]);
  expect(left).toEqual([0, 0, slots.length, rooms.length + 1]);
});

test.each(["participant", "facilitator"] as const)("a %s may not import", async (role) => {
  const { as } = await anEvent();
  await expect(perform(importProgramme, await as(role), programme)).rejects.toMatchObject({ reason: "forbidden" });
});

test("an instant without an offset, or a link that is none, is refused before anything is written", async () => {
  const { host } = await anEvent();
  const bad = { ...programme, entries: [{ ...entry("ropes", "09:00"), startsAt: "2027-03-04T09:00:00" }] };
  await expect(perform(importProgramme, host, bad)).rejects.toMatchObject({ reason: "invalid-input" });
  const link = { ...programme, entries: [entry("ropes", "09:00", { url: "javascript:alert(1)" })] };
  await expect(perform(importProgramme, host, link)).rejects.toMatchObject({ reason: "invalid-input" });
  expect((await ask(viewProgramme, host, undefined)).days).toEqual([]);
});
