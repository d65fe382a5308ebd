import { setTimeout as pause } from "node:timers/promises";
import { drain, remember, type Service, serviceOf, startServing } from "./serving";

type Replacement = {
  folder: string;
  /** Twice as many as there are to be servers: one half serves, the other is where the next ones start. */
  ports: number[];
  script: string;
  dist: string;
  /** How long the proxy may take to try a port again that did not answer: `fail_timeout` and some more. */
  settleMs: number;
  say: (line: string) => void;
};

/**
 * New servers beside the old ones, then the old ones drained, one after the other. When a new one does not answer
 * nothing has changed: the old ones serve on.
 */
export async function replaceServers({ folder, ports, script, dist, settleMs, say }: Replacement): Promise<Service> {
  const old = serviceOf(folder).processes;
  const fresh: Service = { dist, processes: [] };
  try {
    for (const port of freeHalf(
      ports,
      old.map((one) => one.port),
    ))
      fresh.processes.push(await startServing(folder, port, script, dist));
  } catch (error) {
    for (const { pid } of fresh.processes) process.kill(pid, "SIGKILL");
    throw error;
  }
  remember(folder, { dist, processes: [...old, ...fresh.processes] });
  say(`Serving at ${fresh.processes.map(({ port }) => port).join(", ")}.`);
  if (old.length > 0) await pause(settleMs);
  for (const each of old) say(`${each.port} ${(await drain(each)) ? "is drained" : "did not end and was killed"}.`);
  remember(folder, fresh);
  return fresh;
}

function freeHalf(ports: number[], taken: number[]) {
  const free = ports.filter((port) => !taken.includes(port)).slice(0, ports.length / 2);
  if (free.length === 0 || free.length < ports.length / 2)
    throw new Error(`Of the ports ${ports.join(" ")} a half must be free; ${taken.join(" ")} are in use.`);
  return free;
}
