import "server-only";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { forgetMail } from "@/lib/jobs/pending-mail";
import { purge } from "@/lib/retention/purge";

/** Purges an event that was just ordered to be. Refuses with `nothing-to-purge`. */
export async function purgeOrdered(eventId: string) {
  const { TWOFEET_DATA, TWOFEET_SECRET } = env();
  const receipt = await purge(eventId, {
    secret: TWOFEET_SECRET,
    forgetMail: (words) => forgetMail(TWOFEET_DATA, words),
  });
  if (!receipt) throw new Refused("nothing-to-purge");
}
