import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import next from "next";
import { env } from "@/lib/env";
import { openLive } from "@/lib/live/open";

export type RunningServer = { port: number; close: () => Promise<void> };

/**
 * The one process on the one port: sockets and the hot lane go to lib/live, everything else to Next.
 * Listens first, so that the port is ours, and answers when all is ready.
 */
export async function openServer({ port, dev = false }: { port: number; dev?: boolean }): Promise<RunningServer> {
  const server = createServer();
  const early = heldBack(server);
  await new Promise<void>((listening, failed) => {
    server.once("error", failed).listen(port, listening);
  });
  const { port: taken } = server.address() as AddressInfo;
  process.env.PORT = String(taken);

  const live = await openLive(server, env());
  const pages = await openPages(taken, dev);
  early.release((req, res) => {
    // a full address as the target is for proxies; behind it, other code would be asked for another host
    if (!req.url?.startsWith("/")) return void res.writeHead(400).end();
    if (!live.handle(req, res)) pages.handle(req, res);
  });
  server.on("upgrade", (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    if (!req.url?.startsWith("/")) return void socket.destroy();
    if (!live.upgrade(req, socket, head)) pages.upgrade(req, socket, head);
  });
  return { port: taken, close: () => closed(server, live.close, pages.close) };
}

type Handler = (req: IncomingMessage, res: ServerResponse) => void;

/** Requests that come while the server prepares wait instead of being refused. */
function heldBack(server: Server) {
  const waiting: Parameters<Handler>[] = [];
  const hold: Handler = (req, res) => void waiting.push([req, res]);
  server.on("request", hold);
  return {
    release(handler: Handler) {
      server.off("request", hold).on("request", handler);
      for (const [req, res] of waiting) handler(req, res);
    },
  };
}

/** Takes no more, lets what is under way finish for some seconds, then ends it. */
async function closed(server: Server, closeLive: () => Promise<void>, closePages: () => Promise<void>) {
  const finished = new Promise((done) => server.close(done));
  const impatience = setTimeout(() => server.closeAllConnections(), 3_000);
  await closeLive();
  await finished;
  clearTimeout(impatience);
  await closePages();
}

async function openPages(port: number, dev: boolean) {
  // Next attaches itself to the upgrades of the server it is given: this one never listens
  const hmr = createServer();
  const app = next({ dev, port, hostname: "localhost", dir: import.meta.dirname, httpServer: hmr });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    handle: (req: IncomingMessage, res: ServerResponse) => {
      // Next tells its pages everything but where they are; the language of an event depends on it
      req.headers["x-twofeet-path"] = req.url ?? "/";
      void handle(req, res);
    },
    upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (!dev || !hmr.emit("upgrade", req, socket, head)) socket.destroy();
    },
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
