import { join } from "node:path";
import { copyOf, install } from "./checkout";
import type { Cluster } from "./cluster";
import { counted, environment, type Result, start } from "./suite";

/** All of pusher-http-node's tests: those that talk to themselves, and those that talk to a cluster. */
export async function httpNode(checkout: string, folder: string, cluster: Cluster): Promise<Result[]> {
  const cwd = copyOf(checkout, join(folder, "pusher-http-node"));
  install(cwd);
  const args = ["node_modules/mocha/bin/mocha", "tests/{integration,remote}/**/*.js"];
  const said = await start(cwd, args, environment(cluster)).ended;
  const number = (pattern: RegExp) => Number(pattern.exec(said)?.[1] ?? 0);
  return [counted("pusher-http-node", said, number(/(\d+) passing/), number(/(\d+) failing/), number(/(\d+) pending/))];
}
