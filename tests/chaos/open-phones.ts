import { fork } from "node:child_process";
import { join } from "node:path";
import type { PhonesReport } from "./phones";

type Said = { opened?: number; report?: PhonesReport };

/** Starts a process full of phones that listen to an event. */
export async function openPhones(origin: string, slug: string, count: number) {
  const child = fork(join(import.meta.dirname, "phones.ts"), { execArgv: ["--import", "tsx"] });
  let heard: (said: Said) => void = () => {};
  let failed: (error: Error) => void = () => {};
  child.on("message", (said: Said) => heard(said));
  child.on("exit", (code) => failed(new Error(`The phones ended with ${code}.`)));
  const told = (order: object) =>
    new Promise<Said>((done, fail) => {
      [heard, failed] = [done, fail];
      child.send(order);
    });
  await told({ open: { origin, slug, count } });
  return {
    async report() {
      const { report } = await told({ report: true });
      return report as PhonesReport;
    },
    stop: () => void child.kill("SIGKILL"),
  };
}
