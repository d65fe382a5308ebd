import { expect, test } from "vitest";
import { castDots } from "@/lib/ballot/commands";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import { importTickets, useTicket } from "@/lib/event/tickets";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { viewTopics } from "@/lib/topic/queries";
import { anEvent, type Person, type TestEvent } from "@/tests/support/an-event";

const cast = (who: Person, topicId: string, dots: number) => perform(castDots, who, { topicId, dots });
const pitchSome = (event: TestEvent, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, index) => perform(pitchTopic, event.host, { title: `Topic ${index}` })),
  );
const dotsOf = async (who: Person) => (await ask(viewTopics, who, undefined)).ballot.dots;

test("dots are absolute, may be taken back, and repeat without harm", async () => {
  const event = await anEvent({ phase: "voting" });
  const ann = await event.as("participant");
  const [topicId = ""] = await pitchSome(event, 1);
  expect(await cast(ann, topicId, 3)).toBe(2);
  expect(await cast(ann, topicId, 3)).toBe(2);
  expect(await cast(ann, topicId, 1)).toBe(4);
  expect(await cast(ann, topicId, 0)).toBe(5);
  expect(await dotsOf(ann)).toEqual({});
});

test("100 parallel casts of one member never exceed the budget", async () => {
  const event = await anEvent({ phase: "voting" });
  const ann = await event.as("participant");
  const topics = await pitchSome(event, 10);
  const casts = await Promise.allSettled(
    Array.from({ length: 100 }, (_, index) => cast(ann, topics[index % 10] ?? "", 1 + (index % 3))),
  );
  const refusals = casts.flatMap((one) => (one.status === "rejected" ? [one.reason.reason] : []));
  expect(new Set(refusals)).toEqual(new Set(["out-of-dots"]));
  const sum = Object.values(await dotsOf(ann)).reduce((all, one) => all + one, 0);
  expect(sum).toBeGreaterThan(0);
  expect(sum).toBeLessThanOrEqual(5);
});

test("every refusal of a dot has its reason", async () => {
  const event = await anEvent({ phase: "voting", mayDotOwnTopic: "" });
  const ann = await event.as("participant");
  const mine = await perform(pitchTopic, ann, { title: "My own" });
  const [one = "", two = ""] = await pitchSome(event, 2);
  await expect(cast(ann, mine, 1)).rejects.toThrow("own-topic");
  await expect(cast(ann, one, 4)).rejects.toThrow("too-many-on-topic");
  await cast(ann, one, 3);
  await expect(cast(ann, two, 3)).rejects.toMatchObject({ reason: "out-of-dots", about: { left: 2 } });
  await expect(cast(ann, crypto.randomUUID(), 1)).rejects.toThrow("not-found");
  await expect(perform(castDots, event.asVisitor(), { topicId: one, dots: 1 })).rejects.toThrow("forbidden");
  await perform(openPhase, event.host, { phase: "placing", minutes: null });
  await expect(cast(ann, two, 1)).rejects.toThrow("voting-closed");
});

test("a lowered budget keeps cast dots and takes no new ones", async () => {
  const event = await anEvent({ phase: "voting" });
  const ann = await event.as("participant");
  const [one = "", two = ""] = await pitchSome(event, 2);
  await cast(ann, one, 3);
  await cast(ann, two, 2);
  await enter(event.host, "host", ({ tx, event }) =>
    tx.event.update({ where: { id: event.id }, data: { dotsPerMember: 2, dotsPerTopic: 2 } }),
  );
  expect(await dotsOf(ann)).toEqual({ [one]: 3, [two]: 2 });
  await expect(cast(ann, one, 2)).resolves.toBe(-2);
  await cast(ann, one, 1);
  await expect(cast(ann, one, 2)).rejects.toThrow("out-of-dots");
});

test("hidden tallies are in nobody's payload below facilitator, until voting is over", async () => {
  const event = await anEvent({ phase: "voting" });
  const ann = await event.as("participant");
  const [topicId = ""] = await pitchSome(event, 1);
  await cast(ann, topicId, 3);
  const tallies = async (who: Person) => (await ask(viewTopics, who, undefined)).snapshot.tallies;
  expect(await tallies(ann)).toBeNull();
  expect(await tallies(event.host)).toEqual({ [topicId]: [3, 1] });
  await perform(openPhase, event.host, { phase: "placing", minutes: null });
  expect(await tallies(ann)).toEqual({ [topicId]: [3, 1] });
  await perform(openPhase, event.host, { phase: "voting", minutes: null });
  expect(await tallies(ann)).toBeNull();
});

test("shown tallies are seen while voting", async () => {
  const event = await anEvent({ phase: "voting", tallies: "shown" });
  const ann = await event.as("participant");
  const [topicId = ""] = await pitchSome(event, 1);
  await cast(ann, topicId, 2);
  expect((await ask(viewTopics, ann, undefined)).snapshot.tallies).toEqual({ [topicId]: [2, 1] });
});

test("with confirmed voters, a guest needs an e-mail address first", async () => {
  const event = await anEvent({ phase: "voting", voters: "confirmed" });
  const ann = await event.as("participant");
  const [topicId = ""] = await pitchSome(event, 1);
  await expect(cast(ann, topicId, 1)).rejects.toThrow("needs-confirmed-email");
  await prisma().user.update({ where: { id: ann.userId }, data: { emailVerified: new Date() } });
  await cast(ann, topicId, 1);
});

test("with ticket voters, each code admits one person, whoever races for it", async () => {
  const event = await anEvent({ phase: "voting", voters: "ticket" });
  const [topicId = ""] = await pitchSome(event, 1);
  expect(await perform(importTickets, event.host, { codes: "ABC-1\nabc-2\r\nABC-1" })).toEqual({ added: 2, known: 0 });
  expect(await perform(importTickets, event.host, { codes: "ABC-2, ABC-3" })).toEqual({ added: 1, known: 1 });
  const people = await Promise.all(Array.from({ length: 8 }, () => event.as("participant")));
  const [ann] = people;
  if (!ann) throw new Error("nobody");
  await expect(cast(ann, topicId, 1)).rejects.toThrow("needs-ticket");
  const tries = await Promise.allSettled(people.map((who) => perform(useTicket, who, { code: " abc-1 " })));
  expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  expect(tries.filter((one) => one.status === "rejected" && one.reason.reason === "ticket-used")).toHaveLength(7);
  const winner = people[tries.findIndex((one) => one.status === "fulfilled")] ?? ann;
  await perform(useTicket, winner, { code: "ABC-1" });
  await expect(perform(useTicket, winner, { code: "ABC-2" })).rejects.toThrow("has-ticket");
  await expect(perform(useTicket, winner, { code: "NOPE" })).rejects.toThrow("unknown-ticket");
  await cast(winner, topicId, 1);
});
