import { decode } from "./decode";
import { wait } from "./machine-clock";
import type { Listener, Witness } from "./phone";
import { RawSocket } from "./raw-socket";

/** The floor under a phone: a socket of a plain `ws` server that says welcome and repeats what it is told. */
export class PlainPhone implements Listener {
  readonly snapshot = null;
  readonly refetches = 0;
  isLive = false;
  private isAway = false;
  private socket: RawSocket | null = null;
  private live: () => void = () => {};

  constructor(
    readonly number: number,
    private readonly port: number,
    private readonly witness: Witness,
  ) {}

  get isOpen() {
    return this.socket?.isOpen ?? false;
  }

  open() {
    this.isAway = false;
    const ready = new Promise<void>((done) => {
      this.live = done;
    });
    this.connect();
    return ready;
  }

  leave() {
    this.isAway = true;
    this.isLive = false;
    const socket = this.socket;
    this.socket = null;
    socket?.destroy();
  }

  private connect() {
    const socket: RawSocket = new RawSocket(this.port, "/", {
      hear: (message) => this.hear(message),
      closed: () => {
        if (this.socket === socket) void this.lost();
      },
    });
    this.socket = socket;
  }

  private async lost() {
    this.isLive = false;
    if (this.isAway) return;
    await wait(Math.random() * 1_000);
    if (!this.isAway) this.connect();
  }

  private hear(message: Buffer) {
    if (this.isLive) return this.witness.heard(this, decode(message));
    this.isLive = true;
    this.live();
  }
}
