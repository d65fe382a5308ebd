import { resolve } from "node:path";
import { env } from "@/lib/env";
import { openJobs } from "@/lib/jobs/open";
import { openFront, type RunningServer } from "@/lib/live/front";
import { openLive } from "@/lib/live/open";
import { openPagesBeside } from "./renderer/beside";
import { openBundle } from "./renderer/bundle";
import { openPages } from "./renderer/pages";

export type { RunningServer } from "@/lib/live/front";

/** The one port: sockets, hot lane and bundle are answered here, everything else by Next, in a process of its own. */
export async function openServer({ port, dev = false }: { port: number; dev?: boolean }): Promise<RunningServer> {
  const server = await openFront(port, [
    (taken) => {
      process.env.PORT = String(taken);
      return openLive(env());
    },
    ...(dev ? [] : [() => openBundle(resolve(import.meta.dirname, process.env.TWOFEET_DIST || ".next"))]),
    (taken) => (dev ? openPages(taken, dev) : openPagesBeside()),
  ]);
  const jobs = openJobs(env()).catch((error: unknown) => console.error("Jobs do not run:", error));
  const close = async () => {
    await server.close();
    await (await jobs)?.close();
  };
  return { ...server, close };
}

if (process.argv[1] === import.meta.filename) {
  const server = await openServer({
    port: Number(process.env.PORT || 3000),
    dev: process.env.NODE_ENV === "development",
  });
  console.log(`Twofeet is at http://localhost:${server.port}`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close().finally(() => process.exit(0)));
}
