import { openDB } from "idb";
import { newDevice } from "@/lib/seal/cipher/device";
import type { Known } from "@/lib/seal/rules";

const storeName = "devices";

/**
 * This browser's key pair for one member of one event, made on first use. The private half lies in IndexedDB as a key
 * that no script can read out, ours neither; signing out and being removed take it away.
 */
export async function deviceOf(eventId: string, mark: string): Promise<CryptoKeyPair> {
  const db = await openDB(databaseOf(eventId), 1, {
    upgrade: (fresh) => void fresh.createObjectStore(storeName),
    blocking: (_old, _next, change) => (change.target as IDBDatabase).close(),
  });
  try {
    const known = await db.get(storeName, mark);
    if (known) return known;
    const made = await newDevice();
    await db.put(storeName, made, mark);
    return made;
  } finally {
    db.close();
  }
}

const databaseOf = (eventId: string) => `twofeet-sealed-${eventId}`;

/** What this phone has seen of a room before: revisions only, no words. */
const seenKey = (eventId: string, topicId: string) => `twofeet.sealed.${eventId}.${topicId}`;

export function seenBefore(eventId: string, topicId: string): Known {
  try {
    return JSON.parse(localStorage.getItem(seenKey(eventId, topicId)) ?? "{}") as Known;
  } catch {
    return {};
  }
}

export function remember(eventId: string, topicId: string, known: Known) {
  try {
    localStorage.setItem(seenKey(eventId, topicId), JSON.stringify(known));
  } catch {
    // a phone without storage hears of old revisions from the notes of others only
  }
}
