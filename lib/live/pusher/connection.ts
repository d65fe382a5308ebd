import { randomInt } from "node:crypto";
import type { Duplex } from "node:stream";
import { WebSocket } from "ws";
import type { App } from "./app";
import { errorFrame } from "./frame";
import { limits } from "./limits";

export type SignedInUser = { id: string; watchlist: string[]; user_info: unknown };

/** One socket of one app. */
export class Connection {
  readonly id = `${randomInt(1, 2 ** 31)}.${randomInt(1, 2 ** 31)}`;
  /** What is subscribed, and the channel_data of it that was signed. */
  readonly channels = new Map<string, string | null>();
  user: SignedInUser | null = null;
  heardAt = performance.now();
  pinged = false;
  /** Messages and client events in the running second. */
  readonly spent = { second: 0, messages: 0, clientEvents: 0 };

  constructor(
    readonly app: App,
    private readonly ws: WebSocket,
    private readonly wire: Duplex,
    private readonly leave: (connection: Connection) => void,
  ) {}

  /** A consumer too slow for what it subscribed to is dropped: its client reconnects and catches up. */
  send(frame: Buffer) {
    if (this.ws.readyState !== WebSocket.OPEN) return;
    if (this.wire.writableLength > limits.unsentBytes) return this.ws.terminate();
    this.wire.write(frame);
  }

  refuse(code: number, message: string) {
    this.send(errorFrame(code, message));
  }

  /** Takes part in nothing from now on, however long the other side takes to agree. */
  close(code: number, message: string) {
    this.refuse(code, message);
    this.ws.close(code, message.slice(0, 120));
    this.leave(this);
  }

  get isOpen() {
    return this.ws.readyState === WebSocket.OPEN;
  }

  /** Counts what came in, and answers how many of its sort this second has seen. */
  count(sort: "messages" | "clientEvents", now = performance.now()) {
    const second = Math.floor(now / 1000);
    if (this.spent.second !== second) {
      Object.assign(this.spent, { second, messages: 0, clientEvents: 0 });
    }
    this.spent[sort] += 1;
    return this.spent[sort];
  }
}
