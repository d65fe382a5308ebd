import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { upToDate } from "@/bin/database";
import { generateClient } from "@/bin/generate";
import { startCluster } from "@/bin/postgres/cluster";

/** Nothing in a test survives a power cut, so nothing waits for the disk. */
const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "400" };

/** One real PostgreSQL for all tests, in a folder of its own; its addresses go into the environment. */
export async function startTestDatabase() {
  generateClient();
  const folder = mkdtempSync(join(tmpdir(), "twofeet-test-"));
  const data = join(folder, "data");
  mkdirSync(data);
  const cluster = await startCluster({ folder, password: "owner", settings });
  const env = {
    TWOFEET_DATA: data,
    TWOFEET_SECRET: "a secret that is only for the tests of this folder",
    DATABASE_URL: cluster.ownerUrl,
  };
  delete process.env.DATABASE_APP_URL;
  Object.assign(process.env, env);
  await upToDate();
  const stop = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { env, stop };
}

export default async function setup() {
  const { stop } = await startTestDatabase();
  return stop;
}
