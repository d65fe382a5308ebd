import { expect, test } from "vitest";
import { castDots } from "@/lib/ballot/commands";
import { placeTopic } from "@/lib/board/commands";
import { ask, perform } from "@/lib/db/perform";
import { agreeMerge, declineMerge, proposeMerge, splitTopic } from "@/lib/topic/commands/merge";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { viewTopic, viewTopics } from "@/lib/topic/queries";
import { anEvent, type Person } from "@/tests/support/an-event";

/** Two topics of two conveners, while dots are given; budget 5, at most 3 on a topic. */
async function aPair() {
  const event = await anEvent({ phase: "voting" });
  const [ann, bob, eve] = [
    await event.as("participant", "Ann"),
    await event.as("participant", "Bob"),
    await event.as("participant", "Eve"),
  ];
  const from = await perform(pitchTopic, ann, { title: "On-call" });
  const into = await perform(pitchTopic, bob, { title: "Pager duty" });
  return { event, ann, bob, eve, from, into };
}

const cast = (who: Person, topicId: string, dots: number) => perform(castDots, who, { topicId, dots });
const dotsOf = async (who: Person) => (await ask(viewTopics, who, undefined)).ballot.dots;
const talliesOf = async (host: Person) => (await ask(viewTopics, host, undefined)).snapshot.tallies;

test("both conveners agree: dots unite per person and surplus dots return", async () => {
  const { event, ann, bob, eve, from, into } = await aPair();
  await cast(eve, from, 2);
  await cast(eve, into, 2);
  await cast(bob, from, 1);
  const mergeId = await perform(proposeMerge, ann, { from, into });
  expect((await ask(viewTopics, eve, undefined)).snapshot.topics).toHaveLength(2);
  await perform(agreeMerge, bob, { mergeId });
  expect((await ask(viewTopics, eve, undefined)).snapshot.topics).toMatchObject([{ id: into, merged: ["On-call"] }]);
  expect(await dotsOf(eve)).toEqual({ [into]: 3 });
  expect(await dotsOf(bob)).toEqual({ [into]: 1 });
  expect(await talliesOf(event.host)).toEqual({ [into]: [4, 2] });
  expect(await cast(eve, await perform(pitchTopic, ann, { title: "Third" }), 2)).toBe(0);
});

test("a split undoes a merge exactly, places included", async () => {
  const { event, ann, bob, eve, from, into } = await aPair();
  await cast(eve, from, 2);
  await cast(eve, into, 2);
  await cast(bob, from, 1);
  const spot = event.withSpot();
  await perform(placeTopic, event.host, { topicId: from, ...spot });
  const mergeId = await perform(proposeMerge, event.host, { from, into });
  expect(await dotsOf(eve)).toEqual({ [into]: 3 });
  await perform(splitTopic, ann, { mergeId });
  expect(await dotsOf(eve)).toEqual({ [from]: 2, [into]: 2 });
  expect(await dotsOf(bob)).toEqual({ [from]: 1 });
  const { snapshot } = await ask(viewTopics, eve, undefined);
  expect(snapshot.topics.find((card) => card.id === from)?.place).toMatchObject(spot);
  await expect(perform(splitTopic, ann, { mergeId })).rejects.toThrow("not-found");
});

test("dots that returned and were spent elsewhere are never over the budget after a split", async () => {
  const { event, ann, eve, from, into } = await aPair();
  await cast(eve, from, 3);
  await cast(eve, into, 2);
  const mergeId = await perform(proposeMerge, event.host, { from, into });
  const third = await perform(pitchTopic, ann, { title: "Third" });
  await cast(eve, third, 2);
  await perform(splitTopic, event.host, { mergeId });
  const dots = await dotsOf(eve);
  expect(dots[third]).toBe(2);
  expect(Object.values(dots).reduce((sum, one) => sum + one, 0)).toBe(5);
});

test("one convener alone merges nothing, strangers to both topics agree to nothing", async () => {
  const { ann, eve, from, into } = await aPair();
  const mergeId = await perform(proposeMerge, eve, { from, into });
  await expect(perform(agreeMerge, eve, { mergeId })).rejects.toThrow("not-yours");
  await perform(agreeMerge, ann, { mergeId });
  const { merges } = await ask(viewTopic, ann, { topicId: from });
  expect(merges).toMatchObject([{ merged: false, from: { agreed: true }, into: { agreed: false }, mayAgree: false }]);
});

test("a proposal is made once, declined by those concerned, and then made again", async () => {
  const { ann, bob, eve, from, into } = await aPair();
  const mergeId = await perform(proposeMerge, ann, { from, into });
  await expect(perform(proposeMerge, eve, { from: into, into: from })).rejects.toThrow("merge-proposed");
  await expect(perform(declineMerge, eve, { mergeId })).rejects.toThrow("not-yours");
  await perform(declineMerge, bob, { mergeId });
  await expect(perform(agreeMerge, bob, { mergeId })).rejects.toThrow("not-found");
  await perform(proposeMerge, ann, { from, into });
});

test("merging is refused with itself, with nothing, and when its time is over", async () => {
  const { event, ann, from } = await aPair();
  await expect(perform(proposeMerge, ann, { from, into: from })).rejects.toThrow("merge-with-itself");
  await expect(perform(proposeMerge, ann, { from, into: crypto.randomUUID() })).rejects.toThrow("not-found");
  const late = await anEvent({ phase: "closed" });
  await expect(
    perform(proposeMerge, await late.as("participant"), { from, into: crypto.randomUUID() }),
  ).rejects.toThrow("merging-closed");
  expect(event.slug).not.toBe(late.slug);
});

test("a topic merged further is split from the last merge first", async () => {
  const { event, ann, from, into } = await aPair();
  const third = await perform(pitchTopic, ann, { title: "Third" });
  const first = await perform(proposeMerge, event.host, { from, into });
  const second = await perform(proposeMerge, event.host, { from: into, into: third });
  await expect(perform(splitTopic, event.host, { mergeId: first })).rejects.toThrow("merged-further");
  await perform(splitTopic, event.host, { mergeId: second });
  await perform(splitTopic, event.host, { mergeId: first });
  expect((await ask(viewTopics, ann, undefined)).snapshot.topics).toHaveLength(3);
});

test("merge against vote loses no dot: every accepted dot is on the merged topic", async () => {
  const { event, from, into } = await aPair();
  const voters = await Promise.all(Array.from({ length: 30 }, () => event.as("participant")));
  const votes = voters.map((who, index) =>
    cast(who, index % 2 ? from : into, 2).then(
      () => 2,
      (error) => {
        expect(error.reason).toBe("not-found");
        return 0;
      },
    ),
  );
  const [mergeId, ...accepted] = await Promise.all([perform(proposeMerge, event.host, { from, into }), ...votes]);
  const sum = accepted.reduce((all, one) => all + Number(one), 0);
  expect(await talliesOf(event.host)).toEqual(sum ? { [into]: [sum, sum / 2] } : {});
  await perform(splitTopic, event.host, { mergeId: String(mergeId) });
  const tallies = (await talliesOf(event.host)) ?? {};
  expect(Object.values(tallies).reduce((all, [dots]) => all + dots, 0)).toBe(sum);
});
