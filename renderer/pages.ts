import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Part } from "@/lib/live/front";

/** Next in this process. It takes every request, and every upgrade of development. */
export async function openPages(port: number, dev: boolean): Promise<Part> {
  // loaded only now: whoever opens pages may have something to answer before
  const { default: next } = await import("next");
  // Next attaches itself to the upgrades of the server it is given: this one never listens
  const hmr = createServer();
  const app = next({ dev, port, hostname: "localhost", dir: `${import.meta.dirname}/..`, httpServer: hmr });
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
