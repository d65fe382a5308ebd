import { join } from "node:path";
import { setAppPassword } from "@/lib/db/app-role";
import { migrate } from "@/lib/db/migrate";
import { kept } from "./data-folder";
import { generateClient } from "./generate";
import { tell } from "./holder";
import { startCluster } from "./postgres/cluster";

export type Database = { applied: string[]; stop: () => Promise<void> };

/** Makes DATABASE_URL lead to a database that is up to date: the one that is given, or the embedded one. */
export async function openDatabase(folder: string): Promise<Database> {
  generateClient();
  const stop = process.env.DATABASE_URL ? async () => undefined : await startEmbedded(folder);
  return { applied: await upToDate(), stop };
}

/** Migrates and lets the app role in. */
export async function upToDate() {
  const applied = await migrate(given("DATABASE_URL"));
  if (!process.env.DATABASE_APP_URL) await setAppPassword(given("DATABASE_URL"));
  return applied;
}

async function startEmbedded(folder: string) {
  const cluster = await startCluster({ folder, password: kept(join(folder, "owner-password")) });
  process.env.DATABASE_URL = cluster.ownerUrl;
  tell(folder, { databaseUrl: cluster.ownerUrl });
  return cluster.stop;
}

function given(name: string) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}
