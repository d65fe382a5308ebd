import { outside } from "@/lib/db/outside";
import type { Env } from "@/lib/env";
import { asOwner } from "@/lib/jobs/as-owner";
import { forgetMail } from "@/lib/jobs/pending-mail";
import { eventsToPurge, purge } from "@/lib/retention/purge";

type Settings = Pick<Env, "DATABASE_URL" | "TWOFEET_DATA" | "TWOFEET_SECRET">;

/** Purges every event and every sealed room whose day has come, and has the database give up the space they lay in. */
export async function purgeWhatIsDue({ DATABASE_URL, TWOFEET_DATA, TWOFEET_SECRET }: Settings) {
  const means = { secret: TWOFEET_SECRET, forgetMail: (words: string[]) => forgetMail(TWOFEET_DATA, words) };
  let gone = 0;
  for (const eventId of await eventsToPurge()) gone += (await purge(eventId, means)) ? 1 : 0;
  const [sealed] = await outside((tx) => tx.$queryRaw<{ rooms: number }[]>`select purge_sealed_rooms() as rooms`);
  // a deleted row lies in its page until somebody sweeps
  if (gone + (sealed?.rooms ?? 0) > 0) await asOwner(DATABASE_URL, (client) => client.query("vacuum"));
}
