import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, openSync, realpathSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { anyFreePort } from "../port";
import { until } from "../process";
import { type Account, dataArgument, databaseAccount } from "./account";
import { runnableBinaries } from "./binaries";
import { layOut } from "./lay-out";
import { endOrphan, forgetStale } from "./orphan";

export type ClusterOptions = { folder: string; password: string; settings?: Record<string, string> };
export type Cluster = { ownerUrl: string; port: number; stop: () => Promise<void> };

/**
 * Starts a real PostgreSQL on the folder's data (made on the first start), listening on 127.0.0.1 only.
 * It is started again, on the same port, when it dies without having been stopped.
 */
export async function startCluster({ folder, password, settings = {} }: ClusterOptions): Promise<Cluster> {
  const data = join(realpathSync(folder), "postgres");
  const account = databaseAccount(data);
  const binaries = runnableBinaries(account);
  if (!existsSync(data)) layOut({ data, account, password, initdb: binaries.initdb, postgres: binaries.postgres });
  await endOrphan(data);

  const port = await anyFreePort();
  const log = openSync(join(folder, "postgres.log"), "a");
  chmodSync(join(folder, "postgres.log"), 0o600);
  const run = () =>
    spawn(binaries.postgres, argumentsFor(data, account, port, settings), spawnOptions(data, account, log));
  const ownerUrl = `postgresql://owner:${password}@127.0.0.1:${port}/twofeet`;
  const stop = await supervise(run, ownerUrl, data);
  return { ownerUrl, port, stop };
}

function argumentsFor(data: string, account: Account, port: number, settings: Record<string, string>) {
  const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: "200", ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", dataArgument(data, account), "-p", String(port), ...flags];
}

function spawnOptions(cwd: string, account: Account, log: number) {
  const env = { ...process.env, LC_ALL: "C", PGTZ: "UTC" };
  // detached: Ctrl-C in a terminal reaches the whole group, and the server must end before its database
  return { cwd, env, ...account, detached: true, stdio: ["ignore", log, log] as ["ignore", number, number] };
}

async function supervise(run: () => ChildProcess, ownerUrl: string, data: string) {
  let stopping = false;
  let child = run();
  const watch = () =>
    child.once("exit", () => {
      if (stopping) return;
      console.error("The database ended by itself; starting it again.");
      setTimeout(() => {
        if (stopping) return;
        forgetStale(data);
        child = run();
        watch();
      }, 300);
    });
  watch();
  const up = await until(() => accepts(ownerUrl), 30_000);
  if (!up) throw new Error(`PostgreSQL did not start; see ${join(data, "..", "postgres.log")}.`);
  return async () => {
    stopping = true;
    await ended(child);
  };
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything committed is kept. */
async function ended(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((done) => child.once("exit", done));
  child.kill("SIGINT");
  await exit;
}

/** Does the database let this role in? */
export async function accepts(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
