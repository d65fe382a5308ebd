import { expect, test } from "vitest";
import { clearTopic, pinTopic, placeTopic } from "@/lib/board/commands";
import { viewBoard, viewWall } from "@/lib/board/queries";
import { enter, wallKey } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { rotateWall } from "@/lib/event/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent, type Person } from "@/tests/support/an-event";

const pitch = (who: Person, title: string) => perform(pitchTopic, who, { title });
const placeOf = async (who: Person, id: string) =>
  (await ask(viewBoard, who, undefined)).snapshot.topics.find((card) => card.id === id)?.place;

test("a placed topic is in its cell, a moved one says from where", async () => {
  const event = await anEvent();
  const topicId = await pitch(await event.as("participant"), "On-call");
  const [first, second] = [event.withSpot(), event.withSpot()];
  await perform(placeTopic, event.host, { topicId, ...first });
  expect(await placeOf(event.host, topicId)).toEqual({ ...first, pinned: false, from: null });
  await perform(placeTopic, event.host, { topicId, ...second });
  expect(await placeOf(event.host, topicId)).toEqual({ ...second, pinned: false, from: first });
});

test("two facilitators drop two topics on the same spot: one wins, the other is told which topic is there", async () => {
  const event = await anEvent();
  const spot = event.withSpot();
  const [ann, bob] = [await event.as("participant"), await event.as("participant")];
  const topics = [await pitch(ann, "On-call"), await pitch(bob, "Chaos")];
  const drops = await Promise.allSettled(
    topics.map((topicId) => perform(placeTopic, event.host, { topicId, ...spot })),
  );
  expect(drops.filter((drop) => drop.status === "fulfilled")).toHaveLength(1);
  expect(drops.find((drop) => drop.status === "rejected")).toMatchObject({
    reason: { reason: "slot-taken", about: { other: expect.stringMatching(/On-call|Chaos/) } },
  });
});

test("50 facilitators placing on one cell give one placement and 49 polite refusals", async () => {
  const event = await anEvent();
  const spot = event.withSpot();
  const crew = await Promise.all(Array.from({ length: 50 }, () => event.as("facilitator")));
  const topics = await Promise.all(crew.map((who, index) => pitch(who, `Topic number ${index}`)));
  const drops = await Promise.allSettled(
    crew.map((who, index) => perform(placeTopic, who, { topicId: topics[index] ?? "", ...spot })),
  );
  expect(drops.filter((drop) => drop.status === "fulfilled")).toHaveLength(1);
  expect(drops.filter((drop) => drop.status === "rejected" && drop.reason.reason === "slot-taken")).toHaveLength(49);
  const { snapshot } = await ask(viewBoard, event.host, undefined);
  expect(snapshot.topics.filter((card) => card.place)).toHaveLength(1);
});

test("one convener's two topics race for two rooms of a slot: only the lock keeps them apart", async () => {
  const event = await anEvent();
  const ann = await event.as("participant");
  const topics = [await pitch(ann, "On-call"), await pitch(ann, "Chaos")];
  const spots = [event.withSpot(), event.withSpot()];
  const drops = await Promise.allSettled(
    topics.map((topicId, index) => perform(placeTopic, event.host, { topicId, ...(spots[index] ?? event.withSpot()) })),
  );
  expect(drops.find((drop) => drop.status === "rejected")).toMatchObject({ reason: { reason: "convener-busy" } });
});

test("a pinned topic stays until it is unpinned", async () => {
  const event = await anEvent();
  const topicId = await pitch(await event.as("participant"), "On-call");
  await expect(perform(pinTopic, event.host, { topicId, pinned: true })).rejects.toThrow("not-placed");
  await perform(placeTopic, event.host, { topicId, ...event.withSpot() });
  await perform(pinTopic, event.host, { topicId, pinned: true });
  await expect(perform(placeTopic, event.host, { topicId, ...event.withSpot() })).rejects.toThrow("pinned");
  await expect(perform(clearTopic, event.host, { topicId })).rejects.toThrow("pinned");
  await perform(pinTopic, event.host, { topicId, pinned: "" });
  await perform(clearTopic, event.host, { topicId });
  expect(await placeOf(event.host, topicId)).toBeNull();
});

test("placing is a facilitator's, within its phases, in cells of this event", async () => {
  const [event, other] = [await anEvent(), await anEvent()];
  const ann = await event.as("participant");
  const topicId = await pitch(ann, "On-call");
  await expect(perform(placeTopic, ann, { topicId, ...event.withSpot() })).rejects.toThrow("forbidden");
  await expect(perform(placeTopic, event.host, { topicId, ...other.withSpot() })).rejects.toThrow("not-found");
  const early = await anEvent({ phase: "before" });
  const theirs = await pitch(early.host, "Too early");
  await expect(perform(placeTopic, early.host, { topicId: theirs, ...early.withSpot() })).rejects.toThrow(
    "placing-closed",
  );
});

test("a wall's link shows the hall's board, until it is replaced", async () => {
  const event = await anEvent({ phase: "voting", visibility: "private" });
  await pitch(await event.as("participant"), "On-call");
  const key = await enter(event.host, "host", async ({ event }) => wallKey(event));
  const wall = { slug: event.slug, userId: null, wallKey: key };
  const shown = await ask(viewWall, wall, undefined);
  expect(shown.snapshot).toMatchObject({ topics: [{ title: "On-call" }], tallies: null });
  expect(shown.joinCode).toBeNull();
  await expect(ask(viewWall, { ...wall, wallKey: `${key.slice(0, -1)}!` }, undefined)).rejects.toThrow("not-found");
  await perform(rotateWall, event.host, {});
  await expect(ask(viewWall, wall, undefined)).rejects.toThrow("not-found");
});
