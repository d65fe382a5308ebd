import { connect, createServer, type Socket } from "node:net";
import { anyFreePort } from "@/bin/port";
import { randomFrom } from "@/tests/chaos/random";
import { type Air, clearAir, Radio } from "./air";
import { Line } from "./line";
import type { Recorded } from "./recorder";

/**
 * The air of one phone: a TCP proxy before `target` (a port of this machine). Delay, jitter, loss and throttle by
 * `air`; the other faults by name. Everything random comes from `seed`.
 */
export class BadNetwork {
  air: Air = clearAir;
  readonly lines = new Set<Line>();
  private readonly radios = { up: new Radio(), down: new Radio() };
  private readonly server = createServer((phone) => this.accept(phone));
  private isSilent = false;
  private closed: Recorded[] = [];
  private closedBytes = 0;
  private opened = 0;

  private constructor(
    public target: number,
    readonly port: number,
    private readonly random: () => number,
  ) {}

  static async open(target: number, { air = clearAir, seed = 1 }: { air?: Air; seed?: number } = {}) {
    const network = new BadNetwork(target, await anyFreePort(), randomFrom(seed));
    network.air = air;
    await new Promise<void>((done) => network.server.listen(network.port, "localhost", done));
    return network;
  }

  get url() {
    return `http://localhost:${this.port}`;
  }

  /** Requests so far, oldest first within a connection. */
  get requests() {
    return [...this.closed, ...[...this.lines].flatMap(({ recorder }) => recorder.requests)];
  }

  /** What the phone received and over how many connections. */
  get traffic() {
    const open = [...this.lines].reduce((sum, { received }) => sum + received, 0);
    return { bytes: this.closedBytes + open, connections: this.opened };
  }

  /** Every open connection goes silent for good: no data, no end, no reset. New ones work. */
  halfOpen() {
    for (const line of this.lines) line.die();
  }

  /** Every open connection is reset. */
  reset() {
    for (const line of this.lines) line.reset();
  }

  /**
   * Nothing passes until `air` is `back()`, and what was open or tried meanwhile stays silent for good: after a
   * minute no NAT remembers it.
   */
  blackhole() {
    this.isSilent = true;
    this.halfOpen();
    const back = () => {
      this.isSilent = false;
    };
    return { back };
  }

  /** Answers on connections that are busy with such a request arrive only after `release()`. */
  hold(busyWith: RegExp) {
    const held = [...this.lines].filter(({ recorder }) => busyWith.test(recorder.line)).map((line) => line.hold());
    const release = () => {
      for (const letGo of held) letGo();
    };
    return { count: held.length, release };
  }

  /** Sends the recorded bytes of every such request once more, on a connection of its own; answers the answers. */
  async replay(line: RegExp) {
    const wanted = this.requests.filter((request) => line.test(request.line));
    return Promise.all(wanted.map(({ bytes }) => answerTo(this.target, bytes)));
  }

  async close() {
    for (const line of this.lines) line.close();
    await new Promise((done) => this.server.close(done));
  }

  private accept(phone: Socket) {
    const { up, down } = this.radios;
    const line = new Line(phone, { air: () => this.air, up, down, random: this.random, target: this.target });
    this.opened += 1;
    this.lines.add(line);
    if (this.isSilent) line.die();
    phone.once("close", () => {
      this.lines.delete(line);
      this.closed.push(...line.recorder.requests);
      this.closedBytes += line.received;
    });
  }
}

function answerTo(port: number, bytes: Buffer) {
  return new Promise<string>((done, fail) => {
    const socket = connect({ port, host: "localhost" });
    let answer = "";
    const timer = setTimeout(() => socket.destroy(), 3_000);
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
      if (answer.includes("\r\n\r\n")) setTimeout(() => socket.destroy(), 100);
    });
    socket.on("error", fail).on("close", () => {
      clearTimeout(timer);
      done(answer);
    });
    socket.write(bytes);
  });
}
