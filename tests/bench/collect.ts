import { wait } from "./machine-clock";
import { memoryOf } from "./processor";

/** Where Node lets itself be looked into when it is sent SIGUSR1. */
const door = "http://127.0.0.1:9229/json";

/** Has a Node process collect all its garbage, and answers the memory that it then holds, in MB. */
export async function memoryAlive(pid: number) {
  process.kill(pid, "SIGUSR1");
  const wire = new WebSocket(await addressOf());
  await new Promise((open, fail) => {
    wire.addEventListener("open", open);
    wire.addEventListener("error", fail);
  });
  const collected = new Promise((done) => wire.addEventListener("message", done, { once: true }));
  wire.send(JSON.stringify({ id: 1, method: "HeapProfiler.collectGarbage" }));
  await collected;
  wire.close();
  // what is free goes back to the system a little later
  await wait(2_000);
  return memoryOf(pid);
}

async function addressOf(): Promise<string> {
  for (let tries = 0; ; tries++) {
    const targets = await fetch(door).then(
      (answer) => answer.json() as Promise<{ webSocketDebuggerUrl: string }[]>,
      () => [],
    );
    if (targets[0]) return targets[0].webSocketDebuggerUrl;
    if (tries === 50) throw new Error("The server does not let itself be looked into.");
    await wait(100);
  }
}
