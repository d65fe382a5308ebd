import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Jobs } from "./generator";

const here = import.meta.dirname;
const options = { execArgv: ["--import", "tsx"], serialization: "advanced" as const };

const children = new Set<ChildProcess>();

/** Ends with the rest when the run ends. */
export function adopt(child: ChildProcess) {
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

export function endChildren() {
  for (const child of children) child.kill("SIGKILL");
}

type Result<J extends keyof Jobs> = Awaited<ReturnType<Jobs[J]>>;
type Said = { id: number; value: unknown; error?: string };
export type Generator = ReturnType<typeof startGenerator>;

/** A load generator in its own process. It may be given several things to do at once. */
export function startGenerator() {
  const child = adopt(fork(join(here, "generator.ts"), options));
  const waiting = new Map<number, { done: (value: never) => void; fail: (error: Error) => void }>();
  let asked = 0;
  child.on("message", ({ id, value, error }: Said) => {
    if (error) waiting.get(id)?.fail(new Error(error));
    else waiting.get(id)?.done(value as never);
    waiting.delete(id);
  });
  child.once("exit", (code) => {
    for (const { fail } of waiting.values()) fail(new Error(`A load generator ended with ${code}.`));
  });
  const ask = <J extends keyof Jobs>(job: J, ...[input]: Parameters<Jobs[J]>) =>
    new Promise<Result<J>>((done, fail) => {
      waiting.set(++asked, { done, fail });
      child.send({ id: asked, job, input });
    });
  return { ask, end: () => void child.kill("SIGKILL") };
}

/** `bodyBytes`: what a GET answers. */
export function startFloor(bodyBytes: number, port = 0) {
  const child = adopt(fork(join(here, "floor-server.ts"), [String(bodyBytes), String(port)], options));
  return new Promise<{ port: number; pid: number; kill: () => void }>((done, fail) => {
    child.once("exit", (code) => fail(new Error(`The floor ended with ${code}.`)));
    child.once("message", (said: { port: number }) =>
      done({ port: said.port, pid: child.pid ?? 0, kill: () => void child.kill("SIGKILL") }),
    );
  });
}

/** A proxy at an address that outlives the processes behind it. */
export async function startFront(behind: number[], port: number) {
  const child = adopt(fork(join(here, "front.ts"), [behind.join(","), String(port)], options));
  const said = () => new Promise<void>((done) => child.once("message", () => done()));
  const turnTo = (others: number[]) => {
    child.send(others);
    return said();
  };
  await said();
  return { turnTo, end: () => void child.kill("SIGKILL") };
}
