import { boxKey, open, shut } from "./box";
import { type Bytes, bytesOf, random, textOf, utf8 } from "./bytes";
import { lockOf, newCode } from "./code";
import { publicText, unwrap, wrapFor } from "./device";

export type Place = { eventId: string; topicId: string };

const about = ({ eventId, topicId }: Place, what: "key" | "code") => `v1|${eventId}|${topicId}|${what}`;

/** Makes a sealed room: what the server may hold of it, and the code and key that it may not. */
export async function makeRoom(place: Place, device: CryptoKeyPair) {
  const [raw, code] = [random(32), newCode()];
  const key = await boxKey(raw);
  const { token, lock } = await lockOf(code, place);
  const held = {
    token,
    byCode: await shut(lock, utf8(textOf(raw)), about(place, "key")),
    code: await shut(key, utf8(code), about(place, "code")),
    ...(await envelopeFor(place, device, raw)),
  };
  return { key, code, held };
}

/** Opens what a code opens, and locks it for this device, so that the code is needed once. */
export async function enterRoom(place: Place, device: CryptoKeyPair, byCode: string, lock: CryptoKey) {
  const raw = bytesOf(new TextDecoder().decode(await open(lock, byCode, about(place, "key"))));
  return { key: await boxKey(raw), held: await envelopeFor(place, device, raw) };
}

/** Comes back into a room with the envelope of this device. */
export const returnToRoom = (place: Place, device: CryptoKeyPair, envelope: string) =>
  unwrap(device, envelope, about(place, "key"));

export const readRoomCode = async (place: Place, key: CryptoKey, code: string) =>
  new TextDecoder().decode(await open(key, code, about(place, "code")));

async function envelopeFor(place: Place, pair: CryptoKeyPair, raw: Bytes) {
  const device = await publicText(pair);
  return { device, envelope: await wrapFor(device, raw, about(place, "key")) };
}
