import { type ChildProcess, spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { anyFreePort } from "@/bin/port";
import { until } from "@/bin/process";
import { serverArguments } from "@/bin/server-arguments";
import { startFront } from "@/tests/bench/children";

const restMs = 100;

/** `server.ts` is all of it, as `npm start` runs it. */
export type Script = "server.ts" | "tests/chaos/hot-lane.ts";

/** The server, in one process or in several behind a proxy, each started again on its port whenever it ends. */
export async function superviseApp(folder: string, script: Script, processes = 1) {
  const file = join(folder, "app.log");
  const port = await anyFreePort();
  const behind = processes === 1 ? [port] : await Promise.all(Array.from({ length: processes }, anyFreePort));
  const front = processes === 1 ? null : await startFront(behind, port);
  const running = behind.map((own) => supervise({ script, port: own, address: `http://127.0.0.1:${port}`, file }));
  const answering = () => Promise.all(behind.map(answers)).then((all) => all.every(Boolean));
  if (!(await until(answering, 90_000))) throw new Error(`The server does not answer.\n${tail(file)}`);
  let turn = 0;
  return {
    port,
    /** One of them, in turn. */
    kill: () => running[turn++ % running.length]?.kill() ?? false,
    log: () => tail(file),
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
      front?.end();
    },
  };
}

export type App = Awaited<ReturnType<typeof superviseApp>>;

/** As a service manager does it. */
function supervise({ script, port, address, file }: { script: Script; port: number; address: string; file: string }) {
  const log = openSync(file, "a");
  const env = { ...process.env, NODE_ENV: "production" as const, PORT: String(port), TWOFEET_URL: address };
  let stopping = false;
  let child: ChildProcess;
  const run = () => {
    child = spawn(process.execPath, serverArguments(script), {
      cwd: join(import.meta.dirname, "../.."),
      env,
      stdio: ["ignore", log, log],
    });
    child.once("exit", () => {
      if (!stopping) setTimeout(() => stopping || run(), restMs);
    });
  };
  run();
  return {
    kill: () => child.kill("SIGKILL"),
    async stop() {
      stopping = true;
      const isOver = () => child.exitCode !== null || child.signalCode !== null;
      child.kill("SIGKILL");
      await until(isOver, 5_000);
    },
  };
}

const tail = (file: string) => readFileSync(file, "utf8").slice(-3_000);

async function answers(port: number) {
  return await fetch(`http://127.0.0.1:${port}/live/socket`).then(
    ({ ok }) => ok,
    () => false,
  );
}
