import { type ChildProcess, spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { anyFreePort } from "@/bin/port";
import { until } from "@/bin/process";
import { serverArguments } from "@/bin/server-arguments";

export type TestServer = {
  url: string;
  stop: () => Promise<void>;
  start: () => Promise<void>;
  kill: () => Promise<void>;
};

/** The production server in a process of its own, on the database of the environment. It can be ended and started again. */
export async function startServer(more: Record<string, string> = {}): Promise<TestServer> {
  const port = await anyFreePort();
  const url = `http://localhost:${port}`;
  const logFile = join(process.env.TWOFEET_DATA ?? ".", `server-${port}.log`);
  const log = openSync(logFile, "a");
  const env = { ...process.env, NODE_ENV: "production" as const, PORT: String(port), TWOFEET_URL: url, ...more };
  let child: ChildProcess | null = null;

  const start = async () => {
    child = spawn(process.execPath, serverArguments("server.ts"), { env, stdio: ["ignore", log, log] });
    if (!(await until(() => answers(url), 90_000))) throw new Error(`No answer at ${url}.\n${lastOf(logFile)}`);
  };
  const end = (signal: NodeJS.Signals) => async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = new Promise((done) => child?.once("exit", done));
    child.kill(signal);
    await exit;
  };
  await start();
  return { url, start, stop: end("SIGTERM"), kill: end("SIGKILL") };
}

const lastOf = (file: string) => readFileSync(file, "utf8").slice(-2_000);

async function answers(url: string) {
  return await fetch(url, { redirect: "manual" }).then(
    ({ status }) => status < 500,
    () => false,
  );
}
