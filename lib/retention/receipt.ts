import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from "node:crypto";

/** What was purged: how many rows each table had of the event and has now, and how many waiting mails went. */
export type Purged = {
  version: 1;
  eventId: string;
  keeps: "nothing" | "outcomes" | "all";
  purgedAt: string;
  before: Record<string, number>;
  left: Record<string, number>;
  mails: number;
};

/** A `Purged` that this server signed (Ed25519). Both keys are derived from its secret, so that none needs keeping. */
export type Receipt = Purged & { publicKey: string; signature: string };

const pkcs8Ed25519 = Buffer.from("302e020100300506032b657004220420", "hex");

export function signReceipt(secret: string, purged: Purged): Receipt {
  const key = privateKey(secret);
  const signed = { ...purged, publicKey: publicKeyOf(secret) };
  return { ...signed, signature: sign(null, Buffer.from(canonical(signed)), key).toString("base64url") };
}

/** Whether nothing in it was changed since the holder of that public key signed it. */
export function isReceiptWhole({ signature, ...signed }: Receipt) {
  const key = createPublicKey({ key: Buffer.from(signed.publicKey, "base64url"), format: "der", type: "spki" });
  return verify(null, Buffer.from(canonical(signed)), key, Buffer.from(signature, "base64url"));
}

export function publicKeyOf(secret: string) {
  return createPublicKey(privateKey(secret)).export({ format: "der", type: "spki" }).toString("base64url");
}

/** What the audit says of a receipt. */
export const digestOf = (receipt: Receipt) => createHash("sha256").update(canonical(receipt)).digest("hex");

function privateKey(secret: string) {
  const seed = Buffer.from(hkdfSync("sha256", secret, "", "twofeet purge receipts", 32));
  return createPrivateKey({ key: Buffer.concat([pkcs8Ed25519, seed]), format: "der", type: "pkcs8" });
}

/** JSON with its keys in order: the database keeps them in an order of its own. */
function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(",")}}`;
}
