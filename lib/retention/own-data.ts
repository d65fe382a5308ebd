import { outside } from "@/lib/db/outside";
import { Refused } from "@/lib/errors";
import type { Receipt } from "@/lib/retention/receipt";

/** All that is kept about a person, by table. Tables are found by what refers to a person, so a new one is in it. */
export async function ownData(userId: string) {
  const [row] = await outside(
    (tx) => tx.$queryRaw<{ data: Record<string, unknown> }[]>`select data_of(${userId}::uuid) as data`,
  );
  return row?.data ?? {};
}

/** Why this person cannot be erased now (a reason of refusal), or null. */
export async function barToErasure(userId: string) {
  const [row] = await outside(
    (tx) => tx.$queryRaw<{ bar: string | null }[]>`select bar_to_erasure(${userId}::uuid) as bar`,
  );
  return row?.bar ?? null;
}

/**
 * Erases a person, everywhere and for good: account, sessions and sockets, what they did, their e-mail address in every
 * text, their names in what they wrote. Refuses with `under-hold` and `only-owner`.
 */
export async function erasePerson(userId: string) {
  const [row] = await outside(
    (tx) => tx.$queryRaw<{ bar: string | null }[]>`select erase_person(${userId}::uuid) as bar`,
  );
  if (row?.bar === "under-hold") throw new Refused("under-hold");
  if (row?.bar === "only-owner") throw new Refused("only-owner");
}

export type HeldReceipt = { id: string; madeAt: Date; receipt: Receipt };

/** Receipts of what was purged of events that this person hosted. */
export function purgeReceiptsOf(userId: string) {
  return outside(
    (tx) =>
      tx.$queryRaw<HeldReceipt[]>`select id, made_at as "madeAt", receipt from purge_receipts_of(${userId}::uuid)`,
  );
}
