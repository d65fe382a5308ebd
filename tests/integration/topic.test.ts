import { expect, test } from "vitest";
import { castDots } from "@/lib/ballot/commands";
import { placeTopic } from "@/lib/board/commands";
import { viewBoard } from "@/lib/board/queries";
import { ask, perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import { rename } from "@/lib/member/commands";
import { convene, editTopic, pitchTopic, withdrawTopic } from "@/lib/topic/commands/pitch";
import { callNext, endTurn, leaveQueue, queueTopic } from "@/lib/topic/commands/queue";
import { viewAlike, viewTopic, viewTopics } from "@/lib/topic/queries";
import { anEvent, type Person, type TestEvent } from "@/tests/support/an-event";

const pitch = (who: Person, title: string, more = {}) => perform(pitchTopic, who, { title, ...more });
const cards = async (who: Person) => (await ask(viewTopics, who, undefined)).snapshot.topics;

test("a pitched topic is seen at once, with its convener", async () => {
  const event = await anEvent();
  const [ann, bob] = [await event.as("participant", "Ann"), await event.as("participant")];
  const id = await pitch(ann, "  On-call  ", { pitch: "How do you sleep?", name: "Ann Other" });
  expect(await cards(bob)).toMatchObject([
    { id, title: "On-call", pitch: "How do you sleep?", convener: "Ann Other", sought: false, place: null },
  ]);
  expect((await ask(viewTopics, ann, undefined)).ballot).toMatchObject({
    mine: [id],
    member: { name: "Ann Other", nameIsMadeUp: false },
  });
});

test("pitching is refused outside its phases, except for a facilitator", async () => {
  const event = await anEvent({ phase: "running" });
  await expect(pitch(await event.as("participant"), "On-call")).rejects.toMatchObject({
    reason: "pitching-closed",
    about: { phase: "running" },
  });
  await expect(pitch(await event.as("facilitator"), "On-call")).resolves.toBeTypeOf("string");
});

test("a title too short, too long or in control characters is refused at its field", async () => {
  const ann = await (await anEvent()).as("participant");
  for (const title of ["ab", "x".repeat(101), "on\u0000call"])
    await expect(pitch(ann, title)).rejects.toMatchObject({
      reason: "invalid-input",
      fields: { title: [expect.any(String)] },
    });
});

test("an anonymous convener's name is in no payload until the topic is placed", async () => {
  const event = await anEvent();
  const ann = await event.as("participant", "Anonymous Annika");
  const id = await pitch(ann, "Burnout", { anonymous: "on" });
  for (const who of [await event.as("participant"), event.host]) {
    const seen = [
      await ask(viewTopics, who, undefined),
      await ask(viewTopic, who, { topicId: id }),
      await ask(viewBoard, who, undefined),
    ];
    expect(JSON.stringify(seen)).not.toContain("Annika");
  }
  await perform(placeTopic, event.host, { topicId: id, ...event.withSpot() });
  expect(await cards(event.host)).toMatchObject([{ convener: "Anonymous Annika" }]);
});

test("only who speaks for a topic may edit or withdraw it", async () => {
  const event = await anEvent();
  const [ann, eve, fay] = [await event.as("participant"), await event.as("participant"), await event.as("facilitator")];
  const topicId = await pitch(ann, "On-call");
  await expect(perform(editTopic, eve, { topicId, title: "Mine now" })).rejects.toThrow("not-yours");
  await expect(perform(withdrawTopic, eve, { topicId })).rejects.toThrow("not-yours");
  await perform(editTopic, ann, { topicId, title: "On-call, kindly" });
  await perform(editTopic, fay, { topicId, title: "On-call, very kindly" });
  expect(await cards(eve)).toMatchObject([{ title: "On-call, very kindly" }]);
});

test("a participant's edit is refused when the day is over", async () => {
  const event = await anEvent();
  const ann = await event.as("participant");
  const topicId = await pitch(ann, "On-call");
  await perform(openPhase, event.host, { phase: "closed", minutes: null });
  await expect(perform(editTopic, ann, { topicId, title: "Too late" })).rejects.toThrow("editing-closed");
});

test("withdrawing gives the dots back and frees the cell", async () => {
  const event = await anEvent({ phase: "voting" });
  const [ann, bob] = [await event.as("participant"), await event.as("participant")];
  const topicId = await pitch(ann, "On-call");
  await perform(castDots, bob, { topicId, dots: 3 });
  const spot = event.withSpot();
  await perform(placeTopic, event.host, { topicId, ...spot });
  await perform(withdrawTopic, ann, { topicId });
  expect(await cards(bob)).toEqual([]);
  expect((await ask(viewTopics, bob, undefined)).ballot.dots).toEqual({});
  await expect(perform(withdrawTopic, ann, { topicId })).rejects.toThrow("not-found");
  const other = await pitch(bob, "Chaos");
  await perform(placeTopic, event.host, { topicId: other, ...spot });
});

test("a topic without convener is taken on by one of ten who try at once", async () => {
  const event = await anEvent();
  const topicId = await pitch(await event.as("participant"), "Who holds this?", { sought: "on" });
  expect(await cards(event.host)).toMatchObject([{ sought: true, convener: null }]);
  const takers = await Promise.all(Array.from({ length: 10 }, () => event.as("participant", "Taker")));
  const tries = await Promise.allSettled(takers.map((who) => perform(convene, who, { topicId })));
  expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  expect(tries.filter((one) => one.status === "rejected" && one.reason.reason === "has-convener")).toHaveLength(9);
  expect(await cards(event.host)).toMatchObject([{ sought: false, convener: "Taker" }]);
});

test("who convenes in a slot cannot take on another topic of that slot", async () => {
  const event = await anEvent();
  const ann = await event.as("participant");
  const [mine, open] = [await pitch(ann, "Mine"), await pitch(ann, "Open", { sought: "on" })];
  await perform(placeTopic, event.host, { topicId: mine, ...event.withSpot() });
  await perform(placeTopic, event.host, { topicId: open, ...event.withSpot() });
  await expect(perform(convene, ann, { topicId: open })).rejects.toMatchObject({
    reason: "convener-busy",
    about: { topic: "Open", other: "Mine" },
  });
});

test("likely duplicates are found while typing, in this event only", async () => {
  const event: TestEvent = await anEvent();
  const elsewhere = await anEvent();
  const ann = await event.as("participant");
  const id = await pitch(ann, "On-call without burning out");
  await pitch(ann, "Terraform state, five years later");
  await pitch(await elsewhere.as("participant"), "On-call without burning out");
  expect(await ask(viewAlike, ann, { title: "oncall without burn-out" })).toMatchObject([{ id }]);
  expect(await ask(viewAlike, ann, { title: "Knitting" })).toEqual([]);
  expect(await ask(viewAlike, ann, { title: "on" })).toEqual([]);
});

test("the pitch queue gives the microphone in the order of lining up", async () => {
  const event = await anEvent();
  const [ann, eve, fay] = [await event.as("participant"), await event.as("participant"), await event.as("facilitator")];
  const [one, two] = [await pitch(ann, "First"), await pitch(ann, "Second")];
  await expect(perform(queueTopic, eve, { topicId: one })).rejects.toThrow("not-yours");
  for (const topicId of [one, two, one]) await perform(queueTopic, ann, { topicId });
  const queue = async () => (await ask(viewBoard, ann, undefined)).snapshot.queue;
  expect(await queue()).toEqual({ speaking: null, waiting: [one, two] });
  await expect(perform(callNext, ann, {})).rejects.toThrow("forbidden");
  await perform(callNext, fay, { seconds: 45 });
  expect(await queue()).toMatchObject({ speaking: { topicId: one, seconds: 45 }, waiting: [two] });
  await perform(leaveQueue, ann, { topicId: two });
  await expect(perform(callNext, fay, {})).rejects.toThrow("queue-empty");
  await perform(endTurn, fay, {});
  expect(await queue()).toEqual({ speaking: null, waiting: [] });
});

test("a new name shows on all of one's topics", async () => {
  const event = await anEvent();
  const ann = await event.as("participant", "Ann");
  await pitch(ann, "On-call");
  await perform(rename, ann, { name: "Annelies" });
  expect(await cards(event.host)).toMatchObject([{ convener: "Annelies" }]);
});
