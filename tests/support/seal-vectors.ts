import { createCipheriv, createECDH, hkdfSync, pbkdf2Sync } from "node:crypto";

/*
 * Known answers for lib/seal/cipher, made by OpenSSL through node:crypto and not by WebCrypto: fixed keys, fixed IVs.
 */

const iv = Buffer.from("000102030405060708090a0b", "hex");

function box(key: Buffer, plain: string, about: string) {
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(about));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

const hkdf = (secret: Buffer, purpose: string) => Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));

const event = "00000000-0000-4000-8000-00000000000e";
const topic = "00000000-0000-4000-8000-00000000000a";
const note = "00000000-0000-4000-8000-00000000000b";
const key = Buffer.alloc(32, 7);
const code = "ABCDEFGHJKLMNPQR";
const text = "Zażółć gęślą jaźń 🦶🦶";

/** The notes' key locked for a device whose private key is 1, with a key pair that is used once: 2. */
function envelope() {
  const scalar = (last: number) => Buffer.concat([Buffer.alloc(31), Buffer.from([last])]);
  const [device, once] = [createECDH("prime256v1"), createECDH("prime256v1")];
  device.setPrivateKey(scalar(1));
  once.setPrivateKey(scalar(2));
  const [theirs, mine] = [device.getPublicKey(), once.getPublicKey()].map((one) => one.toString("base64url"));
  const lock = hkdf(once.computeSecret(device.getPublicKey()), `v1|envelope|${mine}.${theirs}`);
  const raw = createCipheriv("aes-256-gcm", lock, iv).setAAD(Buffer.from(`v1|${event}|${topic}|key`));
  const shut = Buffer.concat([iv, raw.update(key), raw.final(), raw.getAuthTag()]).toString("base64url");
  const point = device.getPublicKey();
  const [x, y] = [point.subarray(1, 33).toString("base64url"), point.subarray(33).toString("base64url")];
  return { envelope: `${mine}.${shut}`, jwk: { kty: "EC", crv: "P-256", d: scalar(1).toString("base64url"), x, y } };
}

export function vectors() {
  const secret = pbkdf2Sync(code, `v1|${event}|${topic}`, 600_000, 32, "sha256");
  return {
    place: { eventId: event, topicId: topic, noteId: note, rev: 3 },
    key: key.toString("base64url"),
    text,
    box: box(key, JSON.stringify({ text, knows: { [note]: 3 } }), `v1|${event}|${note}|3`),
    code,
    token: hkdf(secret, "token").toString("base64url"),
    byCode: box(hkdf(secret, "lock"), key.toString("base64url"), `v1|${event}|${topic}|key`),
    ...envelope(),
  };
}
export type Vectors = ReturnType<typeof vectors>;
