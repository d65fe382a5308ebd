import { describe, expect, test } from "vitest";
import { boxKey, open, shut } from "@/lib/seal/cipher/box";
import { bytesOf, random, textOf, utf8 } from "@/lib/seal/cipher/bytes";
import { newCode, readCode, spelt } from "@/lib/seal/cipher/code";
import { newDevice } from "@/lib/seal/cipher/device";
import { readNote, sealNote } from "@/lib/seal/cipher/note";
import { enterRoom, makeRoom, readRoomCode, returnToRoom } from "@/lib/seal/cipher/room";
import { heldBack, knownFrom } from "@/lib/seal/rules";
import { answersTo, vectorAnswers } from "@/tests/support/seal-answers";
import { vectors } from "@/tests/support/seal-vectors";

const place = { eventId: crypto.randomUUID(), topicId: crypto.randomUUID() };
const note = { eventId: place.eventId, noteId: crypto.randomUUID(), rev: 2 };
const written = { text: "Nobody was on call.", knows: {} };
const aKey = () => boxKey(random(32));

describe("the cipher", () => {
  test("answers as OpenSSL does: boxes, codes, envelopes", async () => {
    const known = vectors();
    expect(await answersTo(known)).toEqual(vectorAnswers(known));
  });

  test("a note comes back as it was written, and its box is as long as that of another", async () => {
    const key = await aKey();
    const boxes = await Promise.all(["", "a few words"].map((text) => sealNote(key, note, { ...written, text })));
    expect(await readNote(key, note, boxes[1] ?? "")).toEqual({ text: "a few words", knows: {} });
    expect(new Set(boxes.map(({ length }) => length)).size).toBe(1);
  });

  test("no bit of a box can be another", async () => {
    const key = await aKey();
    const bytes = bytesOf(await sealNote(key, note, written));
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(readNote(key, note, textOf(changed))).rejects.toThrow();
    }
    await expect(readNote(key, note, textOf(bytes.slice(0, -1)))).rejects.toThrow();
  });

  test("a box opens as no other revision, note or event, and with no other key", async () => {
    const key = await aKey();
    const box = await sealNote(key, note, written);
    for (const other of [{ rev: 1 }, { rev: 3 }, { noteId: place.topicId }, { eventId: place.topicId }])
      await expect(readNote(key, { ...note, ...other }, box)).rejects.toThrow();
    await expect(readNote(await aKey(), note, box)).rejects.toThrow();
  });

  test("100,000 boxes of one key have 100,000 IVs", async () => {
    const [key, plain, ivs] = [await aKey(), utf8("x"), new Set<string>()];
    for (let batch = 0; batch < 100; batch++) {
      const boxes = await Promise.all(Array.from({ length: 1000 }, () => shut(key, plain, "")));
      for (const box of boxes) ivs.add(box.slice(0, 16));
    }
    expect(ivs.size).toBe(100_000);
  }, 60_000);

  test("keys cannot be read out", async () => {
    const [key, { privateKey }] = [await aKey(), await newDevice()];
    await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
    await expect(crypto.subtle.exportKey("jwk", privateKey)).rejects.toThrow();
  });
});

describe("a room", () => {
  test("is entered with its code, and then by the device alone", async () => {
    const [mine, theirs] = [await newDevice(), await newDevice()];
    const room = await makeRoom(place, mine);
    const { lockOf } = await import("@/lib/seal/cipher/code");
    const { token, lock } = await lockOf(room.code, place);
    expect(token).toBe(room.held.token);
    const entered = await enterRoom(place, theirs, room.held.byCode, lock);
    const box = await sealNote(room.key, note, written);
    expect(await readNote(entered.key, note, box)).toEqual(written);
    const again = await returnToRoom(place, theirs, entered.held.envelope);
    expect(await readNote(again, note, box)).toEqual(written);
    expect(await readRoomCode(place, again, room.held.code)).toBe(room.code);
    await expect(returnToRoom(place, mine, entered.held.envelope)).rejects.toThrow();
    await expect(returnToRoom({ ...place, topicId: note.noteId }, theirs, entered.held.envelope)).rejects.toThrow();
  });

  test("what the server holds of it opens nothing", async () => {
    const device = await newDevice();
    const { held, key, code } = await makeRoom(place, device);
    const all = JSON.stringify(held);
    expect(all).not.toContain(code);
    const box = await sealNote(key, note, written);
    for (const secret of [held.token, ...Object.values(held)]) {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(secret)));
      await expect(readNote(await boxKey(digest), note, box)).rejects.toThrow();
    }
    await expect(open(await boxKey(bytesOf(held.token)), held.byCode, "")).rejects.toThrow();
  });

  test("its code is read however it is typed, and nothing else is one", () => {
    const code = newCode();
    expect(readCode(` ${spelt(code).toLowerCase()} `)).toBe(code);
    expect(spelt(code)).toMatch(/^(\w{4}-){3}\w{4}$/);
    for (const typed of ["", code.slice(1), `${code}A`, code.replace(/./, "0"), "IIIIOOOO11110000"])
      expect(readCode(typed)).toBeNull();
  });
});

describe("old revisions", () => {
  const shown = [
    { id: "a", rev: 2, knows: { a: 2, b: 3 } },
    { id: "b", rev: 3, knows: {} },
  ];
  const known = knownFrom({}, shown);

  test("what was read is known, and what its writers knew", () => {
    expect(knownFrom({ a: 1, c: 1 }, [{ id: "a", rev: 2, knows: { b: 9 } }])).toEqual({ a: 2, b: 9, c: 1 });
    expect(heldBack(known, shown)).toEqual([]);
  });

  test("a note that is shown older than it is known to be is told, and one that is missing", () => {
    expect(heldBack(known, [{ id: "a", rev: 1, knows: {} }, ...shown.slice(1)])).toEqual(["a"]);
    expect(heldBack(known, shown.slice(0, 1))).toEqual(["b"]);
  });

  test("a phone that sees the room for the first time hears it from the notes of others", () => {
    const replayed = [shown[0], { id: "b", rev: 2, knows: {} }].flatMap((one) => one ?? []);
    expect(heldBack(knownFrom({}, replayed), replayed)).toEqual(["b"]);
  });
});
