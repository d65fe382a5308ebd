import {
  awaitDeliveries,
  boardsShown,
  closePhones,
  comeAndGo,
  countPhones,
  openPhones,
  takeDeliveries,
  watchSeconds,
} from "./crowd";
import { joinAll } from "./guests";
import { atRate, flatOut } from "./load";
import { publish } from "./publish";
import { seeVotes } from "./see-votes";

/** What a load generator can do, in a process of its own: what it burns is not the server's. */
const jobs = {
  flatOut,
  atRate,
  publish,
  openPhones,
  closePhones,
  comeAndGo,
  countPhones,
  awaitDeliveries,
  takeDeliveries,
  watchSeconds,
  boardsShown,
  seeVotes,
  joinAll,
  /** Milliseconds of processor that this process has taken so far. */
  async processorTaken() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};
export type Jobs = typeof jobs;

process.on("disconnect", () => process.exit());
process.on("message", async ({ id, job, input }: { id: number; job: keyof Jobs; input: never }) => {
  try {
    process.send?.({ id, value: await (jobs[job] as (input: never) => Promise<unknown>)(input) });
  } catch (error) {
    process.send?.({ id, error: String((error as Error).stack) });
  }
});
