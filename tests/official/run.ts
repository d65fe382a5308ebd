import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openCluster } from "./cluster";
import { httpNode } from "./http-node";
import { pusherJs } from "./pusher-js";

const usage = `Runs the official suites against our embedded Pusher server:
  npm run official -- --pusher-js <checkout> --pusher-http-node <checkout>
A checkout is a clone of github.com/pusher/pusher-js or …/pusher-http-node. Needs npm's registry and openssl;
the ports 3000 and 3001 must be free.`;

const text = { type: "string" } as const;
const { values } = parseArgs({ options: { "pusher-js": text, "pusher-http-node": text } });
const suites = { "pusher-js": pusherJs, "pusher-http-node": httpNode };

const folder = mkdtempSync(join(tmpdir(), "twofeet-official-"));
const cluster = await openCluster(folder);
let failures = 0;
try {
  for (const [name, suite] of Object.entries(suites)) {
    const checkout = values[name as keyof typeof suites];
    if (!checkout) continue;
    for (const { suite: what, passed, failed, skipped, said } of await suite(checkout, folder, cluster)) {
      if (failed > 0) console.error(said);
      console.log(`${what}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
      failures += failed;
    }
  }
} finally {
  cluster.close();
  rmSync(folder, { recursive: true, force: true });
}
if (!values["pusher-js"] && !values["pusher-http-node"]) console.error(usage);
process.exit(failures > 0 || Object.keys(values).length === 0 ? 1 : 0);
