import { expect, test } from "vitest";
import { castDots } from "@/lib/ballot/commands";
import { placeTopic } from "@/lib/board/commands";
import { performOutside } from "@/lib/db/outside";
import { ask, perform } from "@/lib/db/perform";
import { createEvent, editEvent } from "@/lib/event/commands";
import { listEvents, viewSettings, viewShell } from "@/lib/event/queries";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent, aUser, type TestEvent } from "@/tests/support/an-event";

const form = {
  name: "DevOpsDays Testhaven",
  place: "The Old Mill",
  zone: "Asia/Kathmandu",
  startsOn: "2027-03-04",
  endsOn: "2027-03-05",
  conductUrl: "https://example.org/conduct",
  hostName: "Hedda",
};
const newSlug = () => `made-${crypto.randomUUID().slice(0, 8)}`;
const make = async (more: object) => performOutside(createEvent, await aUser(), { ...form, ...more } as never);

test("a form makes an event with its rooms and slots, and its maker the host", async () => {
  const [slug, userId] = [newSlug(), await aUser()];
  const rooms = { 0: { id: "", name: "Aula", capacity: "80", stepFree: "on" }, 3: { id: "", name: "", capacity: "" } };
  const slots = {
    0: { id: "", startsAt: "2027-03-04T14:00", minutes: "45" },
    1: { id: "", startsAt: "", minutes: "45" },
  };
  expect(await performOutside(createEvent, userId, { ...form, slug, rooms, slots } as never)).toBe(slug);

  expect(await ask(viewShell, { slug, userId }, undefined)).toMatchObject({
    name: form.name,
    role: "host",
    phase: "before",
  });
  const { draft } = await ask(viewSettings, { slug, userId }, undefined);
  expect(draft.rooms).toMatchObject([{ name: "Aula", capacity: "80", stepFree: true, projector: false, quiet: false }]);
  expect(draft.slots).toMatchObject([{ startsAt: "2027-03-04T14:00", minutes: "45", title: "" }]);
  expect(draft).toMatchObject({ startsOn: "2027-03-04", endsOn: "2027-03-05", zone: "Asia/Kathmandu" });
});

test("a slot's local time is the event's zone's, not the server's", async () => {
  const [slug, userId] = [newSlug(), await aUser()];
  const slots = [{ id: null, startsAt: "2027-07-01T14:00", minutes: 30 }];
  const rooms = [{ id: null, name: "Aula", capacity: null }];
  await performOutside(createEvent, userId, { ...form, slug, zone: "America/New_York", rooms, slots });
  const { draft } = await ask(viewSettings, { slug, userId }, undefined);
  expect(draft.slots[0]?.startsAt).toBe("2027-07-01T14:00");
});

test("an address is taken once", async () => {
  const slug = newSlug();
  await make({ slug });
  await expect(make({ slug })).rejects.toMatchObject({ reason: "slug-taken", fields: { slug: ["slug-taken"] } });
});

test.each([
  ["too short a name", { name: "ab" }, { name: ["too-small"] }],
  ["an address with spaces", { slug: "my day" }, { slug: ["invalid-format"] }],
  ["a zone that is none", { zone: "Mars/Olympus" }, { zone: ["bad-zone"] }],
  ["an end before the start", { endsOn: "2027-03-03" }, { endsOn: ["ends-before-start"] }],
  ["more dots on a topic than there are", { dotsPerMember: 3, dotsPerTopic: 4 }, { dotsPerTopic: ["over-budget"] }],
  ["a link that runs a script", { conductUrl: "javascript:alert(1)" }, { conductUrl: ["invalid-format"] }],
  ["a room with no seats", { rooms: [{ id: null, name: "A", capacity: "0" }] }, { "rooms.0.capacity": ["too-small"] }],
  [
    "a slot of a minute",
    { slots: [{ id: null, startsAt: "2027-03-04T14:00", minutes: 1 }] },
    { "slots.0.minutes": ["too-small"] },
  ],
  ["a field nobody knows", { role: "host" }, { form: ["unrecognized-keys"] }],
])("%s is complained about at its field", async (_what, more, fields) => {
  await expect(make({ slug: newSlug(), ...more })).rejects.toMatchObject({ reason: "invalid-input", fields });
});

test.each([
  [
    "rooms-repeat",
    {
      rooms: [
        { id: null, name: "Aula", capacity: null },
        { id: null, name: "AULA", capacity: null },
      ],
    },
  ],
  ["slots-repeat", { slots: [0, 1].map(() => ({ id: null, startsAt: "2027-03-04T14:00", minutes: 45 })) }],
])("%s is refused, and nothing is left behind", async (reason, more) => {
  const slug = newSlug();
  await expect(make({ slug, ...more })).rejects.toMatchObject({ reason });
  await expect(ask(viewShell, { slug, userId: null }, undefined)).rejects.toMatchObject({ reason: "not-found" });
});

const edited = async (event: TestEvent, more: object) => {
  const { draft } = await ask(viewSettings, event.host, undefined);
  const { slug: _, ...rest } = draft;
  const known = Object.fromEntries(Object.entries(rest).filter(([name]) => name in editEvent.input.def.shape));
  return perform(editEvent, event.host, { ...known, ...more } as never);
};

test("an edit without a change changes nothing", async () => {
  const event = await anEvent();
  const before = await ask(viewSettings, event.host, undefined);
  expect(await edited(event, {})).toEqual({ overBudget: 0 });
  expect((await ask(viewSettings, event.host, undefined)).draft).toEqual(before.draft);
});

test("a lowered budget keeps the dots that were given, and says how many are over it", async () => {
  const event = await anEvent({ phase: "voting" });
  const topicId = await perform(pitchTopic, event.host, { title: "On-call" });
  const [ann, bob] = [await event.as("participant"), await event.as("participant")];
  await perform(castDots, ann, { topicId, dots: 3 });
  await perform(castDots, bob, { topicId, dots: 1 });
  expect(await edited(event, { dotsPerMember: 2, dotsPerTopic: 2 })).toEqual({ overBudget: 1 });
  expect(await perform(castDots, ann, { topicId, dots: 2 })).toBe(0);
});

test("two rooms may swap their names", async () => {
  const event = await anEvent();
  const { draft } = await ask(viewSettings, event.host, undefined);
  const [a, b, ...rest] = draft.rooms;
  await edited(event, { rooms: [{ ...a, name: b?.name }, { ...b, name: a?.name }, ...rest] });
  const after = await ask(viewSettings, event.host, undefined);
  expect(after.draft.rooms.map(({ id, name }) => [id, name])).toEqual([
    [a?.id, b?.name],
    [b?.id, a?.name],
    ...rest.map(({ id, name }) => [id, name]),
  ]);
});

test("a room or slot that holds a topic is not taken out", async () => {
  const event = await anEvent();
  const topicId = await perform(pitchTopic, event.host, { title: "On-call" });
  await perform(placeTopic, event.host, { topicId, ...event.withSpot() });
  await expect(edited(event, { rooms: [] })).rejects.toMatchObject({ reason: "room-in-use", about: { room: "Aula" } });
  await expect(edited(event, { slots: [] })).rejects.toMatchObject({
    reason: "slot-in-use",
    about: { topic: "On-call" },
  });
});

test("lists show public events to all, the others to their members", async () => {
  // the last of all: lists end somewhere, and other tests have public events too
  const [open, unlisted, secret] = [
    await anEvent({ startsOn: "2199-03-04", endsOn: "2199-03-04", slots: [] }),
    await anEvent({ visibility: "unlisted" }),
    await anEvent({ visibility: "private" }),
  ];
  const slugsFor = async (userId: string | null) => (await listEvents(userId)).map(({ slug }) => slug);
  const stranger = await slugsFor(null);
  expect(stranger).toContain(open.slug);
  expect(stranger).not.toContain(unlisted.slug);
  expect(stranger).not.toContain(secret.slug);
  expect(await slugsFor(secret.host.userId)).toContain(secret.slug);
});
