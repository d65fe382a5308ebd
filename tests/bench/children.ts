import { type ChildProcess, fork, spawn } from "node:child_process";
import { join } from "node:path";
import type { Jobs } from "./generator";

const here = import.meta.dirname;
const tsx = { execArgv: ["--import", "tsx"] };

const children = new Set<ChildProcess>();

export function endChildren() {
  for (const child of children) child.kill("SIGTERM");
}

type Result<J extends keyof Jobs> = Awaited<ReturnType<Jobs[J]>>;

/** A load generator in its own process. */
export function startGenerator() {
  const child = fork(join(here, "generator.ts"), tsx);
  children.add(child);
  return <J extends keyof Jobs>(job: J, input: Parameters<Jobs[J]>[0]) =>
    new Promise<Result<J>>((done, fail) => {
      child.once("message", (message: { value: Result<J>; error?: string }) => {
        if (message.error) fail(new Error(message.error));
        else done(message.value);
      });
      child.send({ job, input });
    });
}

export function startFloor(bodyBytes: number) {
  const child = fork(join(here, "floor-server.ts"), [String(bodyBytes)], tsx);
  children.add(child);
  return new Promise<number>((done) => child.once("message", ({ port }: { port: number }) => done(port)));
}

/** The whole server as `npm start` runs it. Answers its port and how much processor and memory it took so far. */
export function startServer(port: number) {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    TWOFEET_URL: `http://127.0.0.1:${port}`,
  };
  const child = spawn(process.execPath, ["--import", "tsx", "server.ts"], {
    cwd: join(here, "../.."),
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.add(child);
  return new Promise<number>((done, fail) => {
    child.once("exit", (code) => fail(new Error(`The server ended with ${code}.`)));
    child.stdout.on("data", (chunk) => {
      const at = /Twofeet is at http:\/\/localhost:(\d+)/.exec(String(chunk))?.[1];
      if (at) done(Number(at));
    });
  });
}
