import { type Gone, goneChannel } from "@/lib/offline/rules";
import { dropUnused, eventShelves } from "./shelves";

let times = 0;

/** Changes whenever something was forgotten: what was asked for before that must not be kept after it. */
export const forgetting = () => times;

/** One at a time, in every tab and in the worker: nothing is kept while something is forgotten. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request("twofeet.shelves", work);
}

/** Deletes what is kept of an event, or of all (null). Only within `inTurn`. */
export async function forget(slug: string | null) {
  times += 1;
  for (const shelf of await eventShelves(slug ?? undefined)) await caches.delete(shelf.name);
  await dropUnused();
}

/** Tells every tab that what it shows is not theirs to see any more. */
export function announce(gone: Gone) {
  const channel = new BroadcastChannel(goneChannel);
  channel.postMessage(gone);
  channel.close();
}
