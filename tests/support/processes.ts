import { type ChildProcess, spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { anyFreePort } from "@/bin/port";
import { until } from "@/bin/process";

/** A process without pages, on the database of the environment. */
export async function aProcess(port?: number) {
  const own = port ?? (await anyFreePort());
  const file = join(process.env.TWOFEET_DATA ?? ".", `process-${own}.log`);
  const log = openSync(file, "a");
  const env = { ...process.env, NODE_ENV: "production" as const, PORT: String(own) };
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/hall-process.ts"], {
    env,
    stdio: ["ignore", log, log],
  });
  const origin = `http://127.0.0.1:${own}`;
  const isUp = await until(() => isOver(child) || answers(origin), 60_000);
  if (!isUp || isOver(child)) throw new Error(`No answer at ${origin}.\n${readFileSync(file, "utf8").slice(-2_000)}`);
  return {
    port: own,
    origin,
    pid: child.pid as number,
    log: () => readFileSync(file, "utf8"),
    /** Sends a signal and waits for the end; answers its exit code. */
    async end(signal: NodeJS.Signals = "SIGTERM") {
      if (isOver(child)) return child.exitCode;
      const exit = new Promise<number | null>((done) => child.once("exit", done));
      child.kill(signal);
      return exit;
    },
  };
}

export type AppProcess = Awaited<ReturnType<typeof aProcess>>;

const isOver = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

async function answers(origin: string) {
  return await fetch(`${origin}/live/socket`).then(
    ({ ok }) => ok,
    () => false,
  );
}
