import { expect, test } from "vitest";
import { setConfidentiality } from "@/lib/confidentiality/commands";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import { saveNote } from "@/lib/note/commands";
import { lockOf, newCode } from "@/lib/seal/cipher/code";
import { newDevice } from "@/lib/seal/cipher/device";
import { readNote } from "@/lib/seal/cipher/note";
import { makeRoom } from "@/lib/seal/cipher/room";
import { enterRoom, knock, openRoom, saveSealed, shutDoor } from "@/lib/seal/commands";
import { viewSealedRoom } from "@/lib/seal/queries";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { viewTopic } from "@/lib/topic/queries";
import { enters, opens } from "@/tests/support/a-sealed-room";
import { anEvent } from "@/tests/support/an-event";
import { rowsOf } from "@/tests/support/rows-that-name";
import { filesHolding } from "@/tests/support/write-ahead-log";

async function aSealedTopic() {
  const event = await anEvent({ visibility: "private" });
  const [ann, bob, eve] = [
    await event.as("participant", "Ann"),
    await event.as("participant", "Bob"),
    await event.as("participant", "Eve"),
  ];
  const topicId = await perform(pitchTopic, ann, { title: "The outage", confidentiality: "sealed" });
  const place = { eventId: event.id, topicId };
  return { event, ann, bob, eve, topicId, place };
}

test("who was shown the code reads what others wrote, and writes on", async () => {
  const { ann, bob, place } = await aSealedTopic();
  const hers = await opens(ann, place);
  const { noteId } = await hers.write("It was the cache.");
  const his = await enters(bob, place, hers.code);
  expect(await his.read()).toEqual(["It was the cache."]);
  await his.write("It was the cache, again.", noteId, 2);
  expect(await hers.read()).toEqual(["It was the cache, again."]);
});

test("from outside nobody gets a note, a key or an envelope: no member, no facilitator, no host", async () => {
  const { event, ann, eve, topicId, place } = await aSealedTopic();
  await (await opens(ann, place)).write("Inside only");
  for (const who of [eve, await event.as("facilitator"), event.host]) {
    const view = await ask(viewSealedRoom, who, { topicId });
    expect(view).toMatchObject({ isOpen: true, inside: null });
    expect(JSON.stringify(view)).not.toMatch(/box|envelope|byCode|token/i);
    const note = { topicId, noteId: crypto.randomUUID(), rev: 1, box: "x".repeat(80) };
    await expect(perform(saveSealed, who, note)).rejects.toThrow("not-found");
  }
});

test("a wrong code opens nothing, and neither does the digest that the server holds", async () => {
  const { eve, ann, topicId, place, event } = await aSealedTopic();
  const { held } = await opens(ann, place);
  const { token } = await lockOf(newCode(), place);
  await expect(perform(knock, eve, { topicId, token })).rejects.toThrow("wrong-room-code");
  const { device, envelope } = held;
  await expect(perform(enterRoom, eve, { topicId, token, device, envelope })).rejects.toThrow("wrong-room-code");
  const room = await enter(event.host, "host", ({ tx }) => tx.sealedRoom.findFirstOrThrow({ where: { topicId } }));
  expect(room.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  await expect(perform(knock, eve, { topicId, token: room.tokenHash?.slice(0, 43) ?? "" })).rejects.toThrow("wrong-");
});

test("what is written in a sealed room is in no table and in no file of the database; in an open topic it is", async () => {
  const { event, ann, bob, place } = await aSealedTopic();
  const [sealed, open] = [`canary-${crypto.randomUUID()}`, `canary-${crypto.randomUUID()}`];
  const hers = await opens(ann, place);
  const { noteId } = await hers.write(sealed);
  const his = await enters(bob, place, hers.code);
  await his.write(`${sealed} ${sealed}`, noteId, 2);
  expect(await hers.read()).toEqual([`${sealed} ${sealed}`]);
  const topicId = await perform(pitchTopic, ann, { title: "In the open" });
  await perform(saveNote, ann, { topicId, body: open, baseRev: 0 });

  const rows = JSON.stringify(await rowsOf(event.host));
  expect([rows.includes(open), rows.includes(sealed), rows.includes(hers.code)]).toEqual([true, false, false]);
  await expect.poll(() => filesHolding(open).some((file) => file.includes("pg_wal")), { timeout: 20_000 }).toBe(true);
  expect(filesHolding(sealed)).toEqual([]);
  expect(filesHolding(hers.code)).toEqual([]);
}, 60_000);

test("a note at an old revision, of another note, or changed on the way does not open", async () => {
  const { ann, place, topicId, event } = await aSealedTopic();
  const hers = await opens(ann, place);
  const first = await hers.write("One");
  const other = await hers.write("Other");
  await hers.write("Two", first.noteId, 2);
  const put = (box: string) =>
    enter(event.host, "host", ({ tx }) => tx.sealedNote.updateMany({ where: { id: first.noteId }, data: { box } }));
  const { inside } = await ask(viewSealedRoom, ann, { topicId });
  const now = inside?.notes.find(({ id }) => id === first.noteId);
  expect(now?.rev).toBe(2);
  // in the middle: of the last letter some bits say nothing
  const changed = (now?.box ?? "").replace(/^(.{40})(.)/, (_, before, one) => `${before}${one === "A" ? "B" : "A"}`);
  for (const box of [first.box, other.box, changed]) {
    await put(box);
    await expect(hers.read()).rejects.toThrow();
  }
  await put(now?.box ?? "");
  expect((await hers.read()).sort()).toEqual(["Other", "Two"]);
});

test("of two who save the same revision at once one is told, and of four who open a room three", async () => {
  const { event, ann, bob, place, topicId } = await aSealedTopic();
  const rooms = await Promise.all(Array.from({ length: 4 }, async () => makeRoom(place, await newDevice())));
  const openings = await Promise.allSettled(rooms.map(({ held }) => perform(openRoom, ann, { topicId, ...held })));
  expect(openings.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const code = rooms[openings.findIndex(({ status }) => status === "fulfilled")]?.code ?? "";
  const [hers, his] = [await enters(ann, place, code), await enters(bob, place, code)];
  const { noteId } = await hers.write("One");
  const saves = await Promise.allSettled([hers.write("Hers", noteId, 2), his.write("His", noteId, 2)]);
  expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(saves.find(({ status }) => status === "rejected")).toMatchObject({ reason: { reason: "sealed-meanwhile" } });
  expect(event.id).toBe(place.eventId);
});

test("a shut door stays shut: the code admits nobody, who is inside reads on", async () => {
  const { event, ann, bob, eve, place, topicId } = await aSealedTopic();
  const hers = await opens(ann, place);
  const his = await enters(bob, place, hers.code);
  await expect(perform(shutDoor, bob, { topicId })).rejects.toThrow("not-yours");
  await perform(shutDoor, ann, { topicId });
  await expect(enters(eve, place, hers.code)).rejects.toThrow("wrong-room-code");
  await hers.write("Among us");
  expect(await his.read()).toEqual(["Among us"]);
  const room = await enter(event.host, "host", ({ tx }) => tx.sealedRoom.findFirstOrThrow({ where: { topicId } }));
  expect(room).toMatchObject({ tokenHash: null, byCode: null, code: null });
});

test("only the room of a sealed topic is opened, and by whom it is theirs to open", async () => {
  const { ann, bob, place, topicId } = await aSealedTopic();
  await expect(opens(bob, place)).rejects.toThrow("not-yours");
  const open = await perform(pitchTopic, ann, { title: "In the open" });
  await expect(opens(ann, { ...place, topicId: open })).rejects.toThrow("not-found");
  await expect(ask(viewSealedRoom, ann, { topicId: open })).rejects.toThrow("not-found");
  expect((await ask(viewSealedRoom, ann, { topicId })).mayOpen).toBe(true);
});

test("unsealing with everybody's consent deletes what was sealed: nobody else ever reads it", async () => {
  const { event, ann, bob, place, topicId } = await aSealedTopic();
  const hers = await opens(ann, place);
  await (await enters(bob, place, hers.code)).write("For the room");
  const { answerLoosening } = await import("@/lib/confidentiality/commands");
  expect(await perform(setConfidentiality, ann, { topicId, confidentiality: "open" })).toEqual({ waits: true });
  await perform(answerLoosening, bob, { topicId, confidentiality: "open", answer: "yes" });
  expect((await ask(viewTopic, ann, { topicId })).confidence.confidentiality).toBe("open");
  const left = await enter(event.host, "host", async ({ tx }) => [
    await tx.sealedRoom.count(),
    await tx.sealedNote.count(),
  ]);
  expect(left).toEqual([0, 0]);
});

test("it is written down who entered a room, and not who wrote what in it", async () => {
  const { event, ann, bob, place, topicId } = await aSealedTopic();
  const hers = await opens(ann, place);
  await (await enters(bob, place, hers.code)).write("One");
  const changes = await enter(event.host, "host", ({ tx }) =>
    tx.change.findMany({
      where: { subjectId: topicId },
      orderBy: { id: "asc" },
      select: { kind: true, actorId: true },
    }),
  );
  expect(changes).toEqual([
    { kind: "topic.pitched", actorId: null },
    { kind: "sealed.entered", actorId: ann.memberId },
    { kind: "sealed.opened", actorId: null },
    { kind: "sealed.entered", actorId: bob.memberId },
    { kind: "note.sealed", actorId: null },
  ]);
});

test("on its day a sealed room goes, notes and keys and all, and is not there the moment before it is swept", async () => {
  const { event, ann, place, topicId } = await aSealedTopic();
  const hers = await opens(ann, place);
  await hers.write("Not for long");
  const { purgeOn } = await ask(viewSealedRoom, ann, { topicId });
  expect(purgeOn?.toISOString().slice(0, 10)).toBe("2027-04-04");
  await enter(event.host, "host", ({ tx }) => tx.sealedRoom.updateMany({ data: { purgeOn: new Date("2020-01-01") } }));
  expect(await ask(viewSealedRoom, ann, { topicId })).toMatchObject({ isOpen: false, inside: null });
  await opens(ann, place);
  const left = await enter(event.host, "host", async ({ tx }) => [
    await tx.sealedKey.count(),
    await tx.sealedNote.count(),
  ]);
  expect(left).toEqual([1, 0]);
});

test("notes are closed in a sealed room too when the day is", async () => {
  const { event, ann, place } = await aSealedTopic();
  const hers = await opens(ann, place);
  await perform(openPhase, event.host, { phase: "closed", minutes: null });
  await expect(hers.write("Late")).rejects.toThrow("notes-closed");
});

test("outside the door the rooms are empty, and another event's notes are no notes", async () => {
  const { ann, place } = await aSealedTopic();
  const { noteId, box } = await (await opens(ann, place)).write("One");
  expect(await prisma().sealedNote.findMany({ where: { id: noteId } })).toEqual([]);
  const other = await aSealedTopic();
  const theirs = await opens(other.ann, other.place);
  await expect(readNote(theirs.key, { eventId: other.place.eventId, noteId, rev: 1 }, box)).rejects.toThrow();
  await theirs.write("The same id elsewhere", noteId);
  expect(await theirs.read()).toEqual(["The same id elsewhere"]);
});
