import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anyFreePort } from "@/bin/port";
import { isRunning, until } from "@/bin/process";
import { expect, test } from "@/tests/support/browser";

test.describe.configure({ mode: "serial", timeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "twofeet-start-"));
const started: Started[] = [];
let code: string | undefined;

test.afterAll(async () => {
  for (const one of started) await one.end("SIGKILL");
  const postgres = postmaster();
  if (isRunning(postgres, "postgres")) process.kill(postgres, "SIGQUIT");
  await until(() => !isRunning(postgres, "postgres"), 10_000);
  rmSync(folder, { recursive: true, force: true });
});

test("the first start fills the day, serves it and says how to get in", async ({ page }) => {
  const one = await start();
  const url = one.said(/^Twofeet is at (http:\/\/localhost:\d+)$/m);
  code = one.said(/\(code (\w+)\)/);
  expect((await page.goto(`${url}/j/${code}`))?.status()).toBe(200);
  await page.goto(one.said(/host: +(\S+)/) ?? "");
  await expect(page).not.toHaveTitle(/not found/i);
});

test("a second start says that one is running, and where", async () => {
  const [first] = started;
  const second = await start();
  expect(second.text()).toContain(`running already (process ${first?.pid}), at ${first?.said(/is at (\S+)/)}`);
  expect(await second.ended).toBe(0);
});

test("Ctrl-C stops the server, then its database cleanly", async () => {
  const postgres = postmaster();
  await started[0]?.end("SIGINT");
  expect(isRunning(postgres, "postgres")).toBe(false);
  expect(readFileSync(join(folder, "postgres.log"), "utf8").trimEnd()).toMatch(/database system is shut down$/);
});

test("the next start keeps all data, and takes another port when its own is taken", async () => {
  const port = await anyFreePort();
  const other = createServer().listen(port);
  const one = await start(port);
  expect(one.text()).toContain(`Port ${port} is taken; taking ${port + 1} instead.`);
  expect(one.said(/\(code (\w+)\)/)).toBe(code);
  other.close();
});

test("after a kill -9 it starts again, with all data", async () => {
  await started.at(-1)?.end("SIGKILL");
  const one = await start();
  expect(one.said(/\(code (\w+)\)/)).toBe(code);
});

type Started = ReturnType<typeof watched>;

async function start(port?: number): Promise<Started> {
  const env: NodeJS.ProcessEnv = { ...process.env, TWOFEET_DATA: folder, PORT: String(port ?? (await anyFreePort())) };
  for (const name of ["DATABASE_URL", "TWOFEET_SECRET", "TWOFEET_URL", "npm_lifecycle_event"]) delete env[name];
  const child = spawn(process.execPath, ["bin/start.mjs", "--built"], { env: { ...env, NODE_ENV: "production" } });
  const one = watched(child);
  started.push(one);
  const told = await until(() => /Look around|running already/.test(one.text()), 60_000);
  expect(told, one.text()).toBe(true);
  return one;
}

function watched(child: ChildProcess) {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (text += chunk));
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  return {
    pid: child.pid,
    ended,
    text: () => text,
    said: (pattern: RegExp) => text.match(pattern)?.[1],
    end: async (signal: NodeJS.Signals) => {
      child.kill(signal);
      await ended;
    },
  };
}

function postmaster() {
  return Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}
