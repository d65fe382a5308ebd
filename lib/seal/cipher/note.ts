import { open, shut } from "./box";
import { utf8 } from "./bytes";

export type NotePlace = { eventId: string; noteId: string; rev: number };

/** `knows`: the revisions of the room's notes that its writer had before their eyes, this one included. */
export type Written = { text: string; knows: Record<string, number> };

/** The size of a box says little of what is in it. */
const step = 256;

const about = ({ eventId, noteId, rev }: NotePlace) => `v1|${eventId}|${noteId}|${rev}`;

export function sealNote(key: CryptoKey, place: NotePlace, written: Written) {
  const plain = utf8(JSON.stringify(written));
  const padded = new Uint8Array(Math.ceil(plain.length / step) * step).fill(0x20);
  padded.set(plain);
  return shut(key, padded, about(place));
}

/** Throws unless this is the very note at the very revision, unchanged. */
export async function readNote(key: CryptoKey, place: NotePlace, box: string): Promise<Written> {
  return JSON.parse(new TextDecoder().decode(await open(key, box, about(place)))) as Written;
}
