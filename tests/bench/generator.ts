import { listenAndVote, listeningWhile } from "./listeners";
import { atRate, flatOut } from "./load";

/** The load generator, a process of its own: what it burns is not the server's. */
const jobs = { flatOut, atRate, listenAndVote, listeningWhile };
export type Jobs = typeof jobs;

process.on("message", async ({ job, input }: { job: keyof Jobs; input: never }) => {
  try {
    process.send?.({ value: await jobs[job](input) });
  } catch (error) {
    process.send?.({ error: String(error) });
  }
});
