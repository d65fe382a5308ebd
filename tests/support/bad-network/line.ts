import { connect, type Socket } from "node:net";
import { type Air, lostSynMs, type Radio } from "./air";
import { Recorder } from "./recorder";
import { Way } from "./way";

type Around = { air: () => Air; up: Radio; down: Radio; random: () => number; target: number };

/** One connection of the phone through the bad air to the server. */
export class Line {
  readonly recorder = new Recorder();
  /** Bytes that the phone received. */
  received = 0;
  private readonly server: Socket;
  private readonly up: Way;
  private readonly down: Way;
  private isDead = false;

  constructor(
    readonly phone: Socket,
    { air, up, down, random, target }: Around,
  ) {
    const synLost = random() < air().loss ? lostSynMs : 0;
    const standsAt = performance.now() + air().rttMs + synLost;
    this.server = connect({ port: target, host: "localhost", noDelay: true });
    phone.setNoDelay();
    this.up = new Way(this.server, { air, radio: up, random }, standsAt);
    this.down = new Way(phone, { air, radio: down, random }, standsAt);
    this.join();
  }

  private join() {
    this.phone.on("data", (chunk: Buffer) => {
      if (this.isDead) return;
      this.recorder.take(chunk);
      this.up.take(chunk);
    });
    this.server.on("data", (chunk: Buffer) => {
      this.received += chunk.length;
      this.down.take(chunk);
    });
    this.phone.on("end", () => this.up.end()).on("error", () => this.server.destroy());
    this.server.on("end", () => this.down.end()).on("error", () => !this.isDead && this.phone.resetAndDestroy());
    this.phone.on("close", () => this.isDead || this.server.end());
  }

  /** Nothing passes any more and nobody is told: what a lost NAT entry or a silent access point does. */
  die() {
    this.isDead = true;
    this.up.die();
    this.down.die();
    this.phone.pause();
    this.server.pause();
  }

  /** Both ends are told that it is over, now. */
  reset() {
    this.phone.resetAndDestroy();
    this.server.resetAndDestroy();
  }

  /** What the server sends is kept back until it is let go. */
  hold() {
    return this.down.hold();
  }

  close() {
    this.phone.destroy();
    this.server.destroy();
  }
}
