import { ask, perform } from "@/lib/db/perform";
import { lockOf } from "@/lib/seal/cipher/code";
import { newDevice } from "@/lib/seal/cipher/device";
import { readNote, sealNote } from "@/lib/seal/cipher/note";
import { enterRoom as enterWith, makeRoom } from "@/lib/seal/cipher/room";
import { enterRoom, knock, openRoom, saveSealed } from "@/lib/seal/commands";
import { viewSealedRoom } from "@/lib/seal/queries";
import type { Person } from "./an-event";

type Place = { eventId: string; topicId: string };

/** A phone in a sealed room: what the page does, without a page. */
export async function opens(who: Person, place: Place) {
  const { key, code, held } = await makeRoom(place, await newDevice());
  await perform(openRoom, who, { topicId: place.topicId, ...held });
  return { ...phone(who, place, key), code, held };
}

export async function enters(who: Person, place: Place, code: string) {
  const { topicId } = place;
  const { token, lock } = await lockOf(code, place);
  const { byCode } = await perform(knock, who, { topicId, token });
  const { key, held } = await enterWith(place, await newDevice(), byCode, lock);
  await perform(enterRoom, who, { topicId, token, ...held });
  return phone(who, place, key);
}

function phone(who: Person, { eventId, topicId }: Place, key: CryptoKey) {
  return {
    key,
    async write(text: string, noteId: string = crypto.randomUUID(), rev = 1) {
      const box = await sealNote(key, { eventId, noteId, rev }, { text, knows: { [noteId]: rev } });
      await perform(saveSealed, who, { topicId, noteId, rev, box });
      return { noteId, box };
    },
    async read() {
      const { inside } = await ask(viewSealedRoom, who, { topicId });
      const notes = inside?.notes ?? [];
      return Promise.all(
        notes.map(async ({ id: noteId, rev, box }) => (await readNote(key, { eventId, noteId, rev }, box)).text),
      );
    },
  };
}
