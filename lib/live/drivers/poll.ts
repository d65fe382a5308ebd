import type { Driver } from "./driver";

/** No sockets at all: phones ask for the snapshot every few seconds. */
export function pollDriver(): Driver {
  return {
    kind: "poll",
    tickHz: 1,
    publish: () => {},
    authorize: () => null,
    terminateUser: async () => {},
    listeners: () => 0,
  };
}
