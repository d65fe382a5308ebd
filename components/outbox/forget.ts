import { countKeptDots } from "@/components/live/kept-dots";
import { channelName, openShelf } from "./load";

/**
 * Throws away what was not sent, of one event or of all: for signing out and for being removed. Not for a guest who
 * becomes a person: they are the same member still.
 */
export async function forgetOutbox(eventId?: string) {
  const shelf = await openShelf();
  await shelf.forget(eventId);
  const tabs = new BroadcastChannel(channelName);
  tabs.postMessage(null);
  tabs.close();
}

/** How many things would be lost by signing out, dots that are on their way included. */
export async function countUnsent() {
  return (await (await openShelf()).count()) + countKeptDots();
}
