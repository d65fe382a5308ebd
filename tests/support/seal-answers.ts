import { boxKey, open } from "@/lib/seal/cipher/box";
import { bytesOf, textOf, utf8 } from "@/lib/seal/cipher/bytes";
import { lockOf } from "@/lib/seal/cipher/code";
import { readNote, sealNote } from "@/lib/seal/cipher/note";
import { returnToRoom } from "@/lib/seal/cipher/room";
import type { Vectors } from "./seal-vectors";

/** What our cipher makes of the vectors, wherever this runs: equal to `vectorAnswers` or broken. */
export async function answersTo(known: Vectors) {
  const { place } = known;
  const key = await boxKey(bytesOf(known.key));
  const { token, lock } = await lockOf(known.code, place);
  const device = await deviceOf(known.jwk);
  const fromEnvelope = await returnToRoom(place, device, known.envelope);
  const written = { text: "and back", knows: {} };
  return {
    text: (await readNote(key, place, known.box)).text,
    byEnvelope: (await readNote(fromEnvelope, place, known.box)).text,
    token,
    key: new TextDecoder().decode(await open(lock, known.byCode, `v1|${place.eventId}|${place.topicId}|key`)),
    back: (await readNote(key, place, await sealNote(fromEnvelope, place, written))).text,
    bytes: textOf(utf8(known.text)),
  };
}

async function deviceOf(jwk: JsonWebKey) {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const { d: _, ...half } = jwk;
  return {
    privateKey: await crypto.subtle.importKey("jwk", jwk, curve, false, ["deriveBits"]),
    publicKey: await crypto.subtle.importKey("jwk", half, curve, true, []),
  };
}

export const vectorAnswers = (known: Vectors) => ({
  text: known.text,
  byEnvelope: known.text,
  token: known.token,
  key: known.key,
  back: "and back",
  bytes: Buffer.from(known.text).toString("base64url"),
});
