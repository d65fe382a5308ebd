import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { env } from "@/lib/env";
import { openFront, type Part, type RunningServer } from "@/lib/live/front";
import { openLive } from "@/lib/live/open";

export type { RunningServer } from "@/lib/live/front";

/** The one process on the one port: sockets and the hot lane go to lib/live, everything else to Next. */
export function openServer({ port, dev = false }: { port: number; dev?: boolean }): Promise<RunningServer> {
  return openFront(port, [
    (taken) => {
      process.env.PORT = String(taken);
      return openLive(env());
    },
    (taken) => openPages(taken, dev),
  ]);
}

async function openPages(port: number, dev: boolean): Promise<Part> {
  // Next attaches itself to the upgrades of the server it is given: this one never listens
  const hmr = createServer();
  // loaded only now: votes do not wait for pages after a crash
  const { default: next } = await import("next");
  const app = next({ dev, port, hostname: "localhost", dir: import.meta.dirname, httpServer: hmr });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    handle(req: IncomingMessage, res: ServerResponse) {
      // Next tells its pages everything but where they are; the language of an event depends on it
      req.headers["x-twofeet-path"] = req.url ?? "/";
      void handle(req, res);
      return true;
    },
    upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => dev && hmr.emit("upgrade", req, socket, head),
    close: () => app.close(),
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
