import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { upToDate } from "@/bin/database";
import { generateClient } from "@/bin/generate";
import { startCluster } from "@/bin/postgres/cluster";

/** A PostgreSQL that may be killed, in a folder of its own; its address goes into the environment. */
export async function openMortalDatabase(settings: Record<string, string> = {}) {
  generateClient();
  const folder = mkdtempSync(join(tmpdir(), "twofeet-chaos-"));
  const data = join(folder, "data");
  mkdirSync(data);
  const cluster = await startCluster({ folder, password: "owner", settings });
  delete process.env.DATABASE_APP_URL;
  Object.assign(process.env, {
    DATABASE_URL: cluster.ownerUrl,
    TWOFEET_DATA: data,
    TWOFEET_SECRET: randomBytes(32).toString("hex"),
    REALTIME: "embedded",
  });
  await upToDate();
  const stop = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ownerUrl: cluster.ownerUrl, folder, stop, kill: () => killAll(join(folder, "postgres/postmaster.pid")) };
}

export type MortalDatabase = Awaited<ReturnType<typeof openMortalDatabase>>;

/** As a power cut does it: the postmaster and all that it started, at once and unasked. */
function killAll(pidFile: string) {
  const postmaster = existsSync(pidFile) ? Number(readFileSync(pidFile, "utf8").split("\n")[0]) : 0;
  if (postmaster <= 0) return false;
  const list = `/proc/${postmaster}/task/${postmaster}/children`;
  const children = existsSync(list) ? readFileSync(list, "utf8").trim().split(" ").filter(Boolean).map(Number) : [];
  return [postmaster, ...children].map(kill)[0] ?? false;
}

function kill(pid: number) {
  try {
    return process.kill(pid, "SIGKILL");
  } catch {
    return false;
  }
}
