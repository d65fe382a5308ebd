import { existsSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isRunning, until } from "../process";

/** Ends a PostgreSQL that outlived a launcher which was killed, and clears what a dead one left. */
export async function endOrphan(data: string) {
  const pid = postmaster(data);
  if (pid === null) return forgetStale(data);
  process.kill(pid, "SIGINT");
  if (!(await until(() => postmaster(data) === null, 20_000)))
    throw new Error(`PostgreSQL (process ${pid}) runs on ${data} already and does not end.`);
  forgetStale(data);
}

/** Removes the lock of a PostgreSQL that no longer lives; its process id may be another program's by now. */
export function forgetStale(data: string) {
  if (postmaster(data) === null) rmSync(pidFile(data), { force: true });
}

function postmaster(data: string) {
  const file = pidFile(data);
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
  return pid > 0 && isRunning(pid, "postgres") && worksIn(pid, data) ? pid : null;
}

/** PostgreSQL makes its data its working directory. Where that cannot be asked, the name must do. */
function worksIn(pid: number, data: string) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch {
    return true;
  }
}

const pidFile = (data: string) => join(data, "postmaster.pid");
