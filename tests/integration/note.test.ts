import { expect, test } from "vitest";
import { ask, perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import { saveNote } from "@/lib/note/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { viewTopic } from "@/lib/topic/queries";
import { anEvent } from "@/tests/support/an-event";

async function aTopic() {
  const event = await anEvent();
  const ann = await event.as("participant");
  const topicId = await perform(pitchTopic, ann, { title: "On-call" });
  return { event, ann, topicId };
}

test("a saved note is read by all who may see the topic", async () => {
  const { event, ann, topicId } = await aTopic();
  await perform(saveNote, ann, { topicId, body: "# Notes\r\nOne", baseRev: 0 });
  expect((await ask(viewTopic, event.asVisitor(), { topicId })).note).toMatchObject({ body: "# Notes\nOne", rev: 1 });
});

test("twenty people writing at once lose no word", async () => {
  const { event, ann, topicId } = await aTopic();
  await perform(saveNote, ann, { topicId, body: "Start", baseRev: 0 });
  const writers = await Promise.all(Array.from({ length: 20 }, () => event.as("participant")));
  const saves = await Promise.all(
    writers.map((who, index) => perform(saveNote, who, { topicId, body: `Start\nword-${index}.`, baseRev: 1 })),
  );
  const { note } = await ask(viewTopic, ann, { topicId });
  for (const index of writers.keys()) expect(note.body).toContain(`word-${index}.`);
  expect(note.body.match(/Start/g)).toHaveLength(1);
  expect(saves.filter((save) => save.merged)).toHaveLength(19);
});

test("saving the same again changes nothing", async () => {
  const { ann, topicId } = await aTopic();
  await perform(saveNote, ann, { topicId, body: "One", baseRev: 0 });
  expect(await perform(saveNote, ann, { topicId, body: "One", baseRev: 1 })).toEqual({
    body: "One",
    rev: 1,
    merged: false,
  });
});

test("notes are refused for visitors, for topics that are gone, and when the day is closed", async () => {
  const { event, ann, topicId } = await aTopic();
  const note = { topicId, body: "One", baseRev: 0 };
  await expect(perform(saveNote, event.asVisitor(), note)).rejects.toThrow("forbidden");
  await expect(perform(saveNote, ann, { ...note, topicId: crypto.randomUUID() })).rejects.toThrow("not-found");
  await perform(openPhase, event.host, { phase: "closed", minutes: null });
  await expect(perform(saveNote, ann, note)).rejects.toThrow("notes-closed");
});
