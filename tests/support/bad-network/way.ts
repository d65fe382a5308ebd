import type { Socket } from "node:net";
import { type Air, packetBytes, type Radio, stallMs } from "./air";

type Around = { air: () => Air; radio: Radio; random: () => number };

/**
 * One way of one connection: takes what comes in apart into packets and hands them on, late, in order. A reordered
 * packet cannot be seen on a TCP stream, only a late one; what overtakes is another connection.
 */
export class Way {
  private readonly waiting: Buffer[] = [];
  /** What is in the air, oldest first; null is the end. */
  private readonly flying: (Buffer | null)[] = [];
  private isSending = false;
  private isHeld = false;
  private isDead = false;
  private lastArrival = 0;
  private ended = false;

  constructor(
    private readonly to: Socket,
    private readonly around: Around,
    /** Nothing leaves before the connection stands: on a local machine it stands at once, on the air it takes its time. */
    private readonly standsAt: number,
  ) {}

  take(chunk: Buffer) {
    for (let at = 0; at < chunk.length; at += packetBytes) this.waiting.push(chunk.subarray(at, at + packetBytes));
    this.send();
  }

  end() {
    this.ended = true;
    this.send();
  }

  /** From now on nothing arrives, not even the end. */
  die() {
    this.isDead = true;
    this.waiting.length = 0;
    this.flying.length = 0;
  }

  /** Keeps all that comes until it is let go: this connection's answers arrive after those of others. */
  hold() {
    this.isHeld = true;
    return () => {
      this.isHeld = false;
      this.send();
    };
  }

  private send() {
    if (this.isSending || this.isHeld || this.isDead) return;
    const packet = this.waiting.shift();
    if (!packet) return this.finish();
    this.isSending = true;
    const standsIn = this.standsAt - performance.now();
    if (standsIn > 0) setTimeout(() => this.launch(packet), standsIn);
    else this.launch(packet);
  }

  private launch(packet: Buffer) {
    const { air, radio, random } = this.around;
    const now = air();
    const isLost = random() < now.loss;
    const leftAt = radio.clearAt(packet.length, now);
    const onTheWay = now.rttMs / 2 + (random() - 0.5) * now.jitterMs;
    if (isLost) return void setTimeout(() => this.launch(packet), leftAt - performance.now() + stallMs(now));
    this.fly(packet, leftAt + onTheWay);
    const next = () => {
      this.isSending = false;
      this.send();
    };
    const leftIn = leftAt - performance.now();
    if (leftIn > 0) setTimeout(next, leftIn);
    else next();
  }

  /** Timers may fire in another order than they were set, so each brings what is next. */
  private fly(packet: Buffer | null, arrivesAt: number) {
    this.lastArrival = Math.max(this.lastArrival, arrivesAt);
    this.flying.push(packet);
    setTimeout(() => this.deliver(), Math.max(0, this.lastArrival - performance.now()));
  }

  private deliver() {
    const packet = this.flying.shift();
    if (this.isDead || packet === undefined || !this.to.writable) return;
    if (packet === null) this.to.end();
    else this.to.write(packet);
  }

  private finish() {
    if (!this.ended) return;
    this.ended = false;
    this.fly(null, 0);
  }
}
