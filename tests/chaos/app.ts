import { type ChildProcess, spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { anyFreePort } from "@/bin/port";
import { until } from "@/bin/process";

const restMs = 100;

/** `server.ts` is all of it, as `npm start` runs it. */
export type Script = "server.ts" | "tests/chaos/hot-lane.ts";

/** The server, started again on its port whenever it ends, as a service manager does. */
export async function superviseApp(folder: string, script: Script) {
  const port = await anyFreePort();
  const file = join(folder, "app.log");
  const log = openSync(file, "a");
  const env = { ...process.env, NODE_ENV: "production" as const, PORT: String(port) };
  let stopping = false;
  let child: ChildProcess;
  const run = () => {
    child = spawn(process.execPath, ["--import", "tsx", script], {
      cwd: join(import.meta.dirname, "../.."),
      env: { ...env, TWOFEET_URL: `http://127.0.0.1:${port}` },
      stdio: ["ignore", log, log],
    });
    child.once("exit", () => {
      if (!stopping) setTimeout(() => stopping || run(), restMs);
    });
  };
  run();
  if (!(await until(() => answers(port), 90_000))) throw new Error(`The server does not answer.\n${tail(file)}`);
  return {
    port,
    kill: () => child.kill("SIGKILL"),
    log: () => tail(file),
    async stop() {
      stopping = true;
      const isOver = () => child.exitCode !== null || child.signalCode !== null;
      child.kill("SIGKILL");
      await until(isOver, 5_000);
    },
  };
}

export type App = Awaited<ReturnType<typeof superviseApp>>;

const tail = (file: string) => readFileSync(file, "utf8").slice(-3_000);

async function answers(port: number) {
  return await fetch(`http://127.0.0.1:${port}/live/socket`).then(
    ({ ok }) => ok,
    () => false,
  );
}
