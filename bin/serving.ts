import { spawn } from "node:child_process";
import { existsSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRunning, until } from "./process";
import { serverArguments } from "./server-arguments";

/** A server in a process of its own; `script` is what it runs. */
export type Serving = { pid: number; port: number; script: string };
export type Service = { dist: string; processes: Serving[] };

const startsWithinMs = 90_000;
/** Long enough to send 5,000 phones on, 50 in 100 ms, and to finish what is under way. */
const endsWithinMs = 30_000;

/** What serves for a data folder now: only what still lives. */
export function serviceOf(folder: string): Service {
  if (!existsSync(file(folder))) return { dist: "", processes: [] };
  const { dist, processes }: Service = JSON.parse(readFileSync(file(folder), "utf8"));
  return { dist, processes: processes.filter(({ pid, script }) => isRunning(pid, script)) };
}

export function remember(folder: string, service: Service) {
  writeFileSync(`${file(folder)}.new`, JSON.stringify(service), { mode: 0o600 });
  renameSync(`${file(folder)}.new`, file(folder));
}

/** Starts a server that outlives this process, and waits until hot lane and pages answer. Throws when they do not. */
export async function startServing(folder: string, port: number, script: string, dist: string): Promise<Serving> {
  const logFile = join(folder, `server-${port}.log`);
  const log = openSync(logFile, "a", 0o600);
  const child = spawn(process.execPath, serverArguments(script), {
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), TWOFEET_DIST: dist },
    stdio: ["ignore", log, log],
    detached: true,
  });
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  await until(async () => isOver() || (await answers(port)), startsWithinMs);
  if (!isOver() && (await answers(port))) {
    child.unref();
    return { pid: child.pid as number, port, script };
  }
  child.kill("SIGKILL");
  throw new Error(`No answer at port ${port}; see ${logFile}.`);
}

/** Has a server send its phones on, finish what it began and end; false when it had to be killed. */
export async function drain({ pid, script }: Serving) {
  process.kill(pid, "SIGTERM");
  if (await until(() => !isRunning(pid, script), endsWithinMs)) return true;
  process.kill(pid, "SIGKILL");
  return false;
}

async function answers(port: number) {
  const status = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual" }).then(
      (answer) => answer.status,
      () => 500,
    );
  return (await status("/live/socket")) === 200 && (await status("/sign-in")) < 500;
}

const file = (folder: string) => join(folder, "serving.json");
