import { fork } from "node:child_process";
import { join } from "node:path";
import { adopt } from "./children";
import { wait } from "./machine-clock";
import type { Order, Standing } from "./real-phones";

type Asked<O> = O extends unknown ? Omit<O, "id"> : never;

/** So many real phones, in processes of a thousand. */
export async function openRealHall(origin: string, slug: string, count: number) {
  const processes = Array.from({ length: Math.ceil(count / 1_000) }, startPhones);
  const share = (n: number) => Math.floor(count / processes.length) + (n < count % processes.length ? 1 : 0);
  await Promise.all(processes.map(({ ask }, n) => ask<number>({ open: { origin, slug, count: share(n) } })));
  const standing = async (seq: number, since: number) => {
    const all = await Promise.all(processes.map(({ ask }) => ask<Standing>({ standing: { seq, since } })));
    return {
      live: sum(all.map(({ live }) => live)),
      consistent: sum(all.map(({ consistent }) => consistent)),
      consistentAt: all.flatMap(({ consistentAt }) => consistentAt),
      authorizedAt: all.flatMap(({ authorizedAt }) => authorizedAt),
      reloads: sum(all.map(({ reloads }) => reloads)),
      connections: all.map(({ connections }) => JSON.stringify(connections)).join(" "),
      processorMs: sum(all.map(({ processorMs }) => processorMs)),
    };
  };
  return {
    standing,
    /** Waits until all are live and at that seq; answers how they stand then, or when it took too long. */
    async settled(seq: number, since: number, patienceMs: number) {
      const end = Date.now() + patienceMs;
      let now = await standing(seq, since);
      for (; now.consistent < count && Date.now() < end; now = await standing(seq, since)) await wait(200);
      return now;
    },
    async unequalTo(content: string) {
      return sum(await Promise.all(processes.map(({ ask }) => ask<number>({ unequalTo: content }))));
    },
    end: () => {
      for (const { end } of processes) end();
    },
  };
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

function startPhones() {
  const child = adopt(fork(join(import.meta.dirname, "real-phones.ts"), { execArgv: ["--import", "tsx"] }));
  const waiting = new Map<number, (value: never) => void>();
  let asked = 0;
  child.on("message", ({ id, value }: { id: number; value: unknown }) => {
    waiting.get(id)?.(value as never);
    waiting.delete(id);
  });
  const ask = <V>(order: Asked<Order>) =>
    new Promise<V>((done, fail) => {
      child.once("exit", (code) => fail(new Error(`The phones ended with ${code}.`)));
      waiting.set(++asked, done);
      child.send({ id: asked, ...order });
    });
  child.setMaxListeners(0);
  return { ask, end: () => void child.kill("SIGKILL") };
}

/** The most that happened in any tenth of a second. */
export function peakOf(moments: readonly number[], spanMs = 100) {
  const sorted = [...moments].sort((a, b) => a - b);
  let [peak, from] = [0, 0];
  for (const [n, at] of sorted.entries()) {
    while (at - (sorted[from] as number) >= spanMs) from += 1;
    peak = Math.max(peak, n - from + 1);
  }
  return peak;
}
