import { expect, test } from "vitest";
import { enter } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { performOnce } from "@/lib/db/perform-once";
import { openPhase } from "@/lib/event/commands";
import { saveNote } from "@/lib/note/commands";
import { convene, editTopic, pitchTopic, withdrawTopic } from "@/lib/topic/commands/pitch";
import { pitchUnnamed } from "@/lib/topic/commands/unnamed";
import { viewTopic, viewTopics } from "@/lib/topic/queries";
import { anEvent } from "@/tests/support/an-event";
import { rowsOf, tablesJoining } from "@/tests/support/rows-that-name";

const said = { title: "What nobody dares to say" };

async function anUnnamedTopic() {
  const event = await anEvent({ visibility: "private" });
  const [ann, bob] = [await event.as("participant", "Annika Unnamed"), await event.as("participant")];
  await perform(pitchUnnamed, ann, said);
  const [card] = (await ask(viewTopics, bob, undefined)).snapshot.topics;
  return { event, ann, bob, topicId: card?.id ?? "", card };
}

test("an unnamed topic hangs on the wall, looking for a convener, and nobody is told by whom", async () => {
  const { event, ann, topicId, card } = await anUnnamedTopic();
  expect(card).toMatchObject({ ...said, convener: null, sought: true });
  for (const who of [ann, event.host]) {
    const seen = [await ask(viewTopics, who, undefined), await ask(viewTopic, who, { topicId })];
    expect(JSON.stringify(seen.map(({ snapshot }) => snapshot))).not.toContain("Annika");
    expect(seen.map(({ ballot }) => ballot.mine)).toEqual([[], []]);
  }
});

test("no row of the database joins an unnamed topic to its pitcher, and a named one it does", async () => {
  const { event, ann, topicId } = await anUnnamedTopic();
  const named = await perform(pitchTopic, ann, { title: "Under my own name" });
  const rows = await rowsOf(event.host);
  expect(tablesJoining(rows, ann.memberId, named)).toEqual(expect.arrayContaining(["topic", "change"]));
  expect(tablesJoining(rows, ann.memberId, topicId)).toEqual([]);
  expect(tablesJoining(rows, ann.userId, topicId)).toEqual([]);
});

test("that somebody pitched unnamed is written down in everybody's row at once", async () => {
  const { event, ann } = await anUnnamedTopic();
  const late = await event.as("participant");
  await perform(pitchUnnamed, late, { title: "And another thing" });
  const rows = await enter(
    event.host,
    "host",
    ({ tx }) =>
      tx.$queryRaw<{ id: string; by: string; times: number }[]>`
      select member_id as id, xmin::text as by, times from unnamed_pitches`,
  );
  expect(rows).toHaveLength(4);
  expect(new Set(rows.map(({ by }) => by)).size).toBe(1);
  expect(
    rows
      .filter(({ times }) => times > 0)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([ann.memberId, late.memberId].sort());
});

test("three a person and event, also when all are sent at once", async () => {
  const event = await anEvent();
  const ann = await event.as("participant");
  const tries = Array.from({ length: 6 }, (_, at) => perform(pitchUnnamed, ann, { title: `Unsaid ${at}` }));
  const settled = await Promise.allSettled(tries);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  for (const one of settled) if (one.status === "rejected") expect(one.reason.reason).toBe("too-many-unnamed");
});

test("an unnamed topic is nobody's to change but a facilitator's; anyone may step forward to convene it", async () => {
  const { event, ann, bob, topicId } = await anUnnamedTopic();
  await expect(perform(editTopic, ann, { topicId, ...said })).rejects.toThrow("not-yours");
  await expect(perform(withdrawTopic, ann, { topicId })).rejects.toThrow("not-yours");
  await perform(convene, bob, { topicId });
  await perform(withdrawTopic, event.host, { topicId });
});

test("an unnamed pitch is refused outside its phases", async () => {
  const event = await anEvent();
  const ann = await event.as("participant");
  await perform(openPhase, event.host, { phase: "running", minutes: null });
  await expect(perform(pitchUnnamed, ann, said)).rejects.toThrow("pitching-closed");
});

test("what a phone was answered about its notes is not kept beside whose phone it was", async () => {
  const { event, bob, ann, topicId } = await anUnnamedTopic();
  const mark = (await ask(viewTopics, bob, undefined)).ballot.member?.mark ?? "";
  const stamp = { key: crypto.randomUUID(), mark, fingerprint: "f" };
  const note = { topicId, body: "A word of a phone", baseRev: 0 };
  const first = await performOnce(saveNote, bob, note, stamp);
  await perform(saveNote, ann, { topicId, body: "A word of a phone\nand more", baseRev: 1 });
  expect(first).toMatchObject({ value: { body: "A word of a phone", rev: 1 } });
  expect(await performOnce(saveNote, bob, note, stamp)).toMatchObject({
    status: "done",
    value: { body: "A word of a phone\nand more", rev: 2, merged: true },
  });
  expect(tablesJoining(await rowsOf(event.host), bob.memberId, "A word of a phone")).toEqual(["note_revision"]);
});
