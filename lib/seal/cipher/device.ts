import { boxKey, open, shut } from "./box";
import { type Bytes, bytesOf, textOf } from "./bytes";
import { derive } from "./derive";

const curve = { name: "ECDH", namedCurve: "P-256" } as const;

/** A device's own key pair. Its private half cannot be read out, by us neither. */
export const newDevice = () => crypto.subtle.generateKey(curve, false, ["deriveBits"]);

export const publicText = async ({ publicKey }: CryptoKeyPair) =>
  textOf(new Uint8Array(await crypto.subtle.exportKey("raw", publicKey)));

/** Locks a key for one device, with a key pair that is used once: `<its public half>.<box>`. */
export async function wrapFor(device: string, raw: Bytes, about: string) {
  const once = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const mine = await publicText(once);
  const box = await shut(await shared(once.privateKey, device, `${mine}.${device}`), raw, about);
  return `${mine}.${box}`;
}

/** The key in an envelope, for the device it was made for. Throws for any other. */
export async function unwrap(pair: CryptoKeyPair, envelope: string, about: string) {
  const [theirs = "", box = ""] = envelope.split(".");
  const lock = await shared(pair.privateKey, theirs, `${theirs}.${await publicText(pair)}`);
  return boxKey(await open(lock, box, about));
}

async function shared(mine: CryptoKey, theirs: string, between: string) {
  const other = await crypto.subtle.importKey("raw", bytesOf(theirs), curve, false, []);
  const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: other }, mine, 256);
  return boxKey(await derive(new Uint8Array(secret), `v1|envelope|${between}`));
}
