import { resolve } from "node:path";
import { env } from "@/lib/env";
import { openFront, type RunningServer } from "@/lib/live/front";
import { openLive } from "@/lib/live/open";
import { openPagesBeside } from "./renderer/beside";
import { openBundle } from "./renderer/bundle";
import { openPages } from "./renderer/pages";

export type { RunningServer } from "@/lib/live/front";

const jobsAfterMs = 20_000;

/** The one port: sockets, hot lane and bundle are answered here, everything else by Next, in a process of its own. */
export async function openServer({ port, dev = false }: { port: number; dev?: boolean }): Promise<RunningServer> {
  const live = Promise.withResolvers<void>();
  const server = await openFront(port, [
    (taken) => {
      process.env.PORT = String(taken);
      const opening = openLive(env());
      opening.then(() => live.resolve(), live.reject);
      return opening;
    },
    ...(dev ? [] : [() => openBundle(resolve(import.meta.dirname, process.env.TWOFEET_DIST || ".next"))]),
    async (taken) => {
      // a hall that comes back after a crash wants its votes taken before its pages
      await live.promise;
      return dev ? openPages(taken, dev) : openPagesBeside();
    },
  ]);
  const jobs = jobsLater();
  const close = async () => {
    await server.close();
    await jobs.close();
  };
  return { ...server, close };
}

/** After a restart the hall comes back first: what is done by the hour is not even loaded then. */
function jobsLater() {
  let jobs: Promise<{ close: () => Promise<void> } | undefined> | undefined;
  const begin = async () => (await import("@/lib/jobs/open")).openJobs(env());
  const timer = setTimeout(() => {
    jobs = begin().catch((error: unknown) => void console.error("Jobs do not run:", error));
  }, jobsAfterMs);
  return {
    async close() {
      clearTimeout(timer);
      await (await jobs)?.close();
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  const server = await openServer({
    port: Number(process.env.PORT || 3000),
    dev: process.env.NODE_ENV === "development",
  });
  console.log(`Twofeet is at http://localhost:${server.port}`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close().finally(() => process.exit(0)));
}
