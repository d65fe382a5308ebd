import "server-only";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { forgetMail } from "@/lib/jobs/pending-mail";
import { barToErasure, erasePerson, ownData, purgeReceiptsOf } from "@/lib/retention/own-data";
import { forgetSession, viewer, viewerId } from "@/lib/web/viewer";

/** All that is kept about the viewer, as JSON to take along; null for a stranger. It says whose it is and from when. */
export async function viewerData() {
  const userId = await viewerId();
  if (!userId) return null;
  return { takenAt: new Date().toISOString(), takenBy: userId, data: await ownData(userId) };
}

/** Why the viewer cannot be erased now, or null. */
export async function viewerBar() {
  const userId = await viewerId();
  return userId && barToErasure(userId);
}

/** Receipts of what was purged of the events that the viewer hosted. */
export async function viewerReceipts() {
  const userId = await viewerId();
  return userId ? purgeReceiptsOf(userId) : [];
}

/** Erases the viewer, everywhere and for good. Refuses with `not-signed-in`, `under-hold`, `only-owner`. */
export async function eraseViewer() {
  const person = await viewer();
  if (!person) throw new Refused("not-signed-in");
  await erasePerson(person.id);
  if (person.email) await forgetMail(env().TWOFEET_DATA, [person.email]);
  await forgetSession();
}
