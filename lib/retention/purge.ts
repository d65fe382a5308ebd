import { outside } from "@/lib/db/outside";
import { digestOf, type Purged, type Receipt, signReceipt } from "@/lib/retention/receipt";

type Gone = Pick<Purged, "eventId" | "keeps" | "before" | "left"> & {
  orgId: string | null;
  slug: string;
  hosts: string[];
};

export type Means = {
  /** Signs the receipt. */
  secret: string;
  /** Takes away waiting mails that name this address; answers how many. */
  forgetMail: (words: string[]) => Promise<number>;
};

/**
 * Purges an event whose day has come: rows, waiting mails, and with the word it sends every process's memory and every
 * phone's copy. One transaction with its receipt and its audit entry. Answers null when it is not to be purged: not yet
 * due, held, or done.
 */
export function purge(eventId: string, means: Means): Promise<Receipt | null> {
  return outside(async (tx) => {
    const [row] = await tx.$queryRaw<{ gone: Gone | null }[]>`select purge_event(${eventId}::uuid) as gone`;
    if (!row?.gone) return null;
    const { orgId, slug, hosts, ...gone } = row.gone;
    if (gone.keeps === "nothing" && Object.keys(gone.left).length > 0)
      throw new Error(`Left of ${eventId}: ${JSON.stringify(gone.left)}`);
    const mails = await means.forgetMail([slug]);
    const receipt = signReceipt(means.secret, { version: 1, ...gone, purgedAt: new Date().toISOString(), mails });
    await tx.$executeRaw`select keep_purge_receipt(${eventId}::uuid, ${orgId}::uuid, ${hosts}::uuid[],
      ${JSON.stringify(receipt)}::jsonb, ${digestOf(receipt)})`;
    return receipt;
  });
}

/** Events whose day has come and that nobody holds. */
export async function eventsToPurge() {
  const rows = await outside((tx) => tx.$queryRaw<{ id: string }[]>`select events_to_purge() as id`);
  return rows.map(({ id }) => id);
}
