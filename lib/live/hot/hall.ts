import type { Database } from "../database";
import type { Driver } from "../drivers/driver";
import type { Hubs } from "../hub/hubs";
import type { SocketOptions } from "../socket-options";
import type { Allowance } from "./allowance";
import type { Ballots } from "./ballots";
import type { Doors } from "./doors";
import type { Sessions } from "./sessions";

/** Everything that a handler of the hot lane works with. */
export type Hall = {
  database: Database;
  driver: Driver;
  hubs: Hubs;
  sessions: Sessions;
  doors: Doors;
  ballots: Ballots;
  allowance: Allowance;
  /** Origins of ours, beside the host that was asked. */
  origins: readonly string[];
  isSecure: boolean;
  socket: SocketOptions;
};
