import { channelOf } from "../channel";
import type { Driver } from "./driver";

const nothing = () => {};

/** No sockets at all: phones ask for the snapshot every few seconds. */
export function pollDriver(): Driver {
  return {
    kind: "poll",
    tickHz: 1,
    publish: nothing,
    wireName: async (eventId, audience) => channelOf(eventId, audience),
    authorize: () => null,
    recheck: nothing,
    listeners: () => 0,
    open: nothing,
    close: nothing,
  };
}
