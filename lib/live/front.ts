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
/** Longer than a proxy keeps an idle connection, so that it never writes into one that is being closed. */
const restMs = 75_000;

/** When a server that could not begin may be asked again. */
const soonSeconds = 2;

/** Opens one part of what answers on a port. */
export type Opening = (port: number) => Promise<Part>;

/**
 * The one port of a process. Listens first, so that the port is ours. Parts open side by side and each answers as soon
 * as it is open; what an earlier part has not taken waits for the next one. `close` takes no more, drains, lets what
 * is under way finish, and only then closes the parts. Resolves when all are open. `host`: everybody's by default.
 */
export async function openFront(port: number, openings: Opening[], host?: string): Promise<RunningServer> {
  const server = createServer({ keepAliveTimeout: restMs, optimizeEmptyRequests: true });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed).listen(port, host, listening);
  });
  const { port: taken } = server.address() as AddressInfo;
  const opened = openings.map((open) => slot(open(taken)));
  const doors = doorsOf(opened);
  server.on("request", doors.handle).on("upgrade", doors.upgrade);
  const parts = await Promise.all(opened.map(({ opening }) => opening));
  return { port: taken, close: () => closed(server, parts, doors) };
}

type Slot = { part: Part | null; opening: Promise<Part> };

function slot(opening: Promise<Part>): Slot {
  const made: Slot = { part: null, opening };
  opening.then(
    (part) => {
      made.part = part;
    },
    // whoever opened the front hears of it
    () => {},
  );
  return made;
}

type Offer = { take: (part: Part) => boolean; nobody: () => void; failed: () => void };

/** Offers it to one part after the other; to one that is still opening, as soon as it is open. */
function offer(slots: Slot[], what: Offer, from = 0) {
  for (let at = from; at < slots.length; at++) {
    const { part, opening } = slots[at] as Slot;
    if (!part) return void opening.then(() => offer(slots, what, at), what.failed);
    if (what.take(part)) return;
  }
  what.nobody();
}

function doorsOf(slots: Slot[]) {
  const wires = new Set<Duplex>();
  let isClosing = false;
  // a full address as the target is for proxies; behind it, other code would be asked for another host
  const isPath = (request: IncomingMessage) => request.url?.startsWith("/") ?? false;
  return {
    handle(request: IncomingMessage, out: ServerResponse) {
      // a proxy that keeps connections must not send its next request here
      if (isClosing) out.setHeader("connection", "close");
      if (!isPath(request)) return void out.writeHead(400).end();
      offer(slots, {
        take: (part) => part.handle(request, out),
        nobody: () => out.writeHead(404).end(),
        // "not found" would tell a phone that it may not look any more
        failed: () => out.writeHead(503, { "retry-after": String(soonSeconds) }).end(),
      });
    },
    upgrade(request: IncomingMessage, wire: Duplex, head: Buffer) {
      wires.add(wire);
      wire.on("error", () => wire.destroy()).once("close", () => wires.delete(wire));
      if (!isPath(request)) return void wire.destroy();
      const failed = () => wire.destroy();
      offer(slots, { take: (part) => part.upgrade(request, wire, head), nobody: failed, failed });
    },
    beginToClose() {
      isClosing = true;
    },
    cut() {
      for (const wire of wires) wire.destroy();
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
