import { expect, test } from "vitest";
import { placeTopic } from "@/lib/board/commands";
import { viewBoard, viewWall } from "@/lib/board/queries";
import { answerLoosening, setConfidentiality } from "@/lib/confidentiality/commands";
import type { Confidentiality } from "@/lib/confidentiality/rules";
import { enter } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import { saveNote } from "@/lib/note/commands";
import { proposeMerge } from "@/lib/topic/commands/merge";
import { convene, editTopic, pitchTopic } from "@/lib/topic/commands/pitch";
import { viewTopic, viewTopics } from "@/lib/topic/queries";
import { anEvent, type Person, type TestEvent } from "@/tests/support/an-event";

const set = (who: Person, topicId: string, confidentiality: Confidentiality, more = {}) =>
  perform(setConfidentiality, who, { topicId, confidentiality, ...more });
const answer = (who: Person, topicId: string, confidentiality: Confidentiality, yes = true) =>
  perform(answerLoosening, who, { topicId, confidentiality, answer: yes ? "yes" : "no" });
const now = async (who: Person, topicId: string) => (await ask(viewTopic, who, { topicId })).confidence;
const everyBoard = async (event: TestEvent, topicId: string) => {
  const people = [event.host, await event.as("facilitator"), await event.as("participant")];
  const seen = [
    await ask(viewTopics, event.asVisitor(), undefined),
    await ask(viewWall, event.host, undefined),
  ] as unknown[];
  for (const who of people)
    seen.push(
      await ask(viewTopics, who, undefined),
      await ask(viewBoard, who, undefined),
      await ask(viewTopic, who, { topicId }),
    );
  return JSON.stringify(seen);
};
const boardForPhones = (event: TestEvent) =>
  enter(
    event.host,
    "host",
    ({ tx }) => tx.$queryRaw<{ board: unknown }[]>`select board_since(${event.id}::uuid, null) as board`,
  );

async function aTopic(confidentiality: Confidentiality = "open", phase: "marketplace" | "voting" = "marketplace") {
  const event = await anEvent();
  const [ann, bob] = [await event.as("participant", "Annika Named"), await event.as("participant", "Bobby Named")];
  const topicId = await perform(pitchTopic, ann, { title: "What really went wrong", confidentiality });
  if (phase !== "marketplace") await perform(openPhase, event.host, { phase, minutes: null });
  return { event, ann, bob, topicId };
}

test("an open topic says its convener and nothing of confidentiality", async () => {
  const { event, topicId } = await aTopic();
  const [card] = (await ask(viewTopics, event.host, undefined)).snapshot.topics;
  expect(card).toMatchObject({ id: topicId, convener: "Annika Named" });
  expect(card).not.toHaveProperty("confidentiality");
});

test.each(["chatham_house", "sealed"] as const)(
  "the convener of a %s topic is in no snapshot, frame or page for anybody, placed or not",
  async (confidentiality) => {
    const { event, ann, topicId } = await aTopic(confidentiality);
    await perform(editTopic, ann, { topicId, title: "What really went wrong", pitch: "All of it" });
    expect(await everyBoard(event, topicId)).not.toContain("Annika");
    await perform(placeTopic, event.host, { topicId, ...event.withSpot() });
    expect(await everyBoard(event, topicId)).not.toContain("Annika");
    expect(JSON.stringify(await boardForPhones(event))).not.toContain("Annika");
    const [card] = (await ask(viewTopics, event.host, undefined)).snapshot.topics;
    expect(card).toMatchObject({ convener: null, confidentiality });
  },
);

test("the laws of the board do not give a confidential convener away", async () => {
  const { event, ann, topicId } = await aTopic("chatham_house");
  const open = await perform(pitchTopic, ann, { title: "Under her own name" });
  const [room, other] = event.rooms;
  const slotId = event.slots[0]?.id ?? "";
  await perform(placeTopic, event.host, { topicId: open, slotId, roomId: room?.id ?? "" });
  await perform(placeTopic, event.host, { topicId, slotId, roomId: other?.id ?? "" });
  const sought = await perform(pitchTopic, event.host, { title: "Whoever wants", sought: "on" });
  await perform(placeTopic, event.host, { topicId: sought, slotId, roomId: event.rooms[2]?.id ?? "" });
  await expect(perform(convene, ann, { topicId: sought })).rejects.toThrow("convener-busy");
});

test("what happens to a confidential topic has no actor in its history, and its notes no author", async () => {
  const { event, ann, bob, topicId } = await aTopic();
  await perform(saveNote, bob, { topicId, body: "Said in the open", baseRev: 0 });
  await set(ann, topicId, "chatham_house");
  await perform(saveNote, bob, { topicId, body: "Said in the open\nand in confidence", baseRev: 1 });
  const kept = await enter(event.host, "host", async ({ tx }) => ({
    actors: await tx.change.findMany({ where: { subjectId: topicId, actorId: { not: null } } }),
    authors: await tx.noteRevision.findMany({ where: { topicId, memberId: { not: null } } }),
    revisions: await tx.noteRevision.count({ where: { topicId } }),
    wrote: await tx.topicWriter.findMany({ where: { topicId } }),
  }));
  expect(kept).toMatchObject({ actors: [], authors: [], revisions: 2, wrote: [{ memberId: bob.memberId }] });
});

test("the database itself refuses an author under confidential words, and any words under a sealed topic", async () => {
  const { event, ann, bob, topicId } = await aTopic("chatham_house");
  await perform(saveNote, bob, { topicId, body: "One", baseRev: 0 });
  const eventId = event.id;
  const data = { eventId, topicId, rev: 9, body: "Two", memberId: bob.memberId };
  await expect(enter(event.host, "host", ({ tx }) => tx.noteRevision.create({ data }))).rejects.toThrow("no author");
  await set(ann, topicId, "sealed", { discard: "on" });
  await expect(
    enter(event.host, "host", ({ tx }) => tx.note.create({ data: { eventId, topicId, body: "Plain" } })),
  ).rejects.toThrow("encrypted");
  await expect(perform(saveNote, bob, { topicId, body: "Plain", baseRev: 0 })).rejects.toThrow("sealed");
});

test("sealing takes the notes away that were not sealed, and only when one says so", async () => {
  const { event, ann, bob, topicId } = await aTopic();
  await perform(saveNote, bob, { topicId, body: "An unsealed word", baseRev: 0 });
  await expect(set(ann, topicId, "sealed")).rejects.toThrow("notes-not-sealed");
  await set(ann, topicId, "sealed", { discard: "on" });
  expect((await ask(viewTopic, ann, { topicId })).note.body).toBe("");
  const left = await enter(event.host, "host", async ({ tx }) => [
    await tx.note.count({ where: { topicId } }),
    await tx.noteRevision.count({ where: { topicId } }),
  ]);
  expect(left).toEqual([0, 0]);
});

test("only who speaks for a topic changes its confidentiality, and a facilitator", async () => {
  const { event, bob, topicId } = await aTopic();
  await expect(set(bob, topicId, "sealed")).rejects.toThrow("not-yours");
  await set(await event.as("facilitator"), topicId, "chatham_house");
});

test("before voting the only one who wrote takes it back; from voting on nobody loosens alone", async () => {
  const { event, ann, topicId } = await aTopic("chatham_house");
  expect(await set(ann, topicId, "open")).toEqual({ waits: false });
  await set(ann, topicId, "chatham_house");
  await perform(openPhase, event.host, { phase: "voting", minutes: null });
  await expect(set(ann, topicId, "open")).rejects.toThrow("confidentiality-locked");
  await set(ann, topicId, "sealed");
  expect(await now(ann, topicId)).toMatchObject({ confidentiality: "sealed" });
});

test("with the last yes of all who wrote it is loosened, with one no it is not; the host has no say", async () => {
  const { event, ann, bob, topicId } = await aTopic("chatham_house", "voting");
  await perform(saveNote, bob, { topicId, body: "One", baseRev: 0 });
  expect(await set(event.host, topicId, "open")).toEqual({ waits: true });
  await expect(answer(event.host, topicId, "open")).rejects.toThrow("not-yours");
  await answer(ann, topicId, "open");
  expect(await now(ann, topicId)).toMatchObject({ confidentiality: "chatham_house", agreed: 1, asked: 2, mine: true });
  await answer(bob, topicId, "open", false);
  expect(await now(ann, topicId)).toMatchObject({ loosenTo: null, confidentiality: "chatham_house" });
  await expect(answer(ann, topicId, "open")).rejects.toThrow("not-found");

  await set(ann, topicId, "open");
  expect(await now(bob, topicId)).toMatchObject({ agreed: 1, asked: 2, mine: false });
  await answer(bob, topicId, "open");
  expect(await now(ann, topicId)).toMatchObject({ confidentiality: "open", loosenTo: null });
  expect(await everyBoard(event, topicId)).toContain("Annika");
});

test("who writes while it is asked is asked too", async () => {
  const { event, ann, bob, topicId } = await aTopic("chatham_house");
  await perform(saveNote, bob, { topicId, body: "One", baseRev: 0 });
  await set(ann, topicId, "open");
  const cem = await event.as("participant");
  await perform(saveNote, cem, { topicId, body: "One\nTwo", baseRev: 1 });
  await answer(bob, topicId, "open");
  expect(await now(ann, topicId)).toMatchObject({ confidentiality: "chatham_house", agreed: 2, asked: 3 });
  await answer(cem, topicId, "open");
  expect(await now(ann, topicId)).toMatchObject({ confidentiality: "open" });
});

test("the words of one who was removed stay as confidential as they were written", async () => {
  const { event, ann, bob, topicId } = await aTopic("chatham_house");
  await perform(saveNote, bob, { topicId, body: "One", baseRev: 0 });
  await enter(event.host, "host", ({ tx }) => tx.member.deleteMany({ where: { id: bob.memberId } }));
  await expect(set(ann, topicId, "open")).rejects.toThrow("confidentiality-locked");
  expect((await ask(viewTopic, ann, { topicId })).note.body).toBe("One");
});

test("eight who answer at once: the last yes counts them all", async () => {
  const { event, ann, topicId } = await aTopic("chatham_house", "voting");
  const writers = await Promise.all(Array.from({ length: 7 }, () => event.as("participant")));
  for (const who of writers) await perform(saveNote, who, { topicId, body: `By ${who.memberId}`, baseRev: 0 });
  await set(event.host, topicId, "open");
  await Promise.all([ann, ...writers].map((who) => answer(who, topicId, "open")));
  expect(await now(ann, topicId)).toMatchObject({ confidentiality: "open", loosenTo: null });
});

test("topics of different confidentiality are not joined, not by a facilitator either", async () => {
  const { event, bob, topicId } = await aTopic("chatham_house");
  const open = await perform(pitchTopic, bob, { title: "In the open" });
  await expect(perform(proposeMerge, event.host, { from: topicId, into: open })).rejects.toThrow("merge-confidential");
});

test("a proposal to join that was made in the open does not outlive it", async () => {
  const { ann, bob, topicId, event } = await aTopic();
  const other = await perform(pitchTopic, bob, { title: "The same in the open" });
  const mergeId = await perform(proposeMerge, ann, { from: topicId, into: other });
  await set(ann, topicId, "chatham_house");
  const { agreeMerge } = await import("@/lib/topic/commands/merge");
  await expect(perform(agreeMerge, bob, { mergeId })).rejects.toThrow("merge-confidential");
  expect(event.id).toBeTruthy();
});
