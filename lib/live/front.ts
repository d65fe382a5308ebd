import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

/** Something that answers on the port. The first part that takes a request or an upgrade has it. */
export type Part = {
  handle: (request: IncomingMessage, out: ServerResponse) => boolean;
  upgrade: (request: IncomingMessage, wire: Duplex, head: Buffer) => boolean;
  /** Sends away whoever stays connected. */
  drain?: () => Promise<void>;
  /** Everything is answered. */
  close: () => Promise<void>;
};

export type RunningServer = { port: number; close: () => Promise<void> };

/** How long requests that are under way, and phones that were sent away, have to end by themselves. */
const patienceMs = 5_000;

/**
 * The one port of a process. Listens first, so that the port is ours; what comes while `open` prepares the parts
 * waits. `close` takes no more, drains, lets what is under way finish, and only then closes the parts.
 */
export async function openFront(
  port: number,
  open: (port: number, server: Server) => Promise<Part[]>,
): Promise<RunningServer> {
  const server = createServer();
  const early = heldBack(server);
  await new Promise<void>((listening, failed) => {
    server.once("error", failed).listen(port, listening);
  });
  const { port: taken } = server.address() as AddressInfo;
  const parts = await open(taken, server);
  const doors = doorsOf(parts);
  server.on("upgrade", doors.upgrade);
  early.release(doors.handle);
  return { port: taken, close: () => closed(server, parts, doors) };
}

function doorsOf(parts: Part[]) {
  const wires = new Set<Duplex>();
  let isClosing = false;
  // a full address as the target is for proxies; behind it, other code would be asked for another host
  const isPath = (request: IncomingMessage) => request.url?.startsWith("/") ?? false;
  return {
    handle(request: IncomingMessage, out: ServerResponse) {
      // a proxy that keeps connections must not send its next request here
      if (isClosing) out.setHeader("connection", "close");
      if (!isPath(request)) return void out.writeHead(400).end();
      if (!parts.some((part) => part.handle(request, out))) out.writeHead(404).end();
    },
    upgrade(request: IncomingMessage, wire: Duplex, head: Buffer) {
      wires.add(wire);
      wire.on("error", () => wire.destroy()).once("close", () => wires.delete(wire));
      if (!isPath(request) || !parts.some((part) => part.upgrade(request, wire, head))) wire.destroy();
    },
    beginToClose() {
      isClosing = true;
    },
    cut() {
      for (const wire of wires) wire.destroy();
    },
  };
}

type Handler = (request: IncomingMessage, out: ServerResponse) => void;

/** Requests that come while the server prepares wait instead of being refused. */
function heldBack(server: Server) {
  const waiting: Parameters<Handler>[] = [];
  const hold: Handler = (request, out) => void waiting.push([request, out]);
  server.on("request", hold);
  return {
    release(handler: Handler) {
      server.off("request", hold).on("request", handler);
      for (const [request, out] of waiting) handler(request, out);
    },
  };
}

async function closed(server: Server, parts: Part[], doors: ReturnType<typeof doorsOf>) {
  doors.beginToClose();
  const finished = new Promise((done) => server.close(done));
  for (const part of parts) await part.drain?.();
  const impatience = setTimeout(() => {
    server.closeAllConnections();
    doors.cut();
  }, patienceMs);
  await finished;
  clearTimeout(impatience);
  for (const part of parts) await part.close();
}
