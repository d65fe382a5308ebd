import { machineNow } from "./machine-clock";
import type { Listener, Witness } from "./phone";

/** What was published at known moments: how long it took to each phone, and how much each of them heard. */
export class Deliveries implements Witness {
  readonly times: number[] = [];
  private readonly heardBy = new Map<number, number>();

  heard(phone: Listener, { event, data }: Parameters<Witness["heard"]>[1]) {
    if (event !== "bench") return;
    this.times.push(machineNow() - Number(data.due));
    this.heardBy.set(phone.number, (this.heardBy.get(phone.number) ?? 0) + 1);
  }

  /** What never came, when so much was published to these. */
  lostOf(published: number, phones: readonly Listener[]) {
    const missing = phones.map(({ number }) => Math.max(0, published - (this.heardBy.get(number) ?? 0)));
    return missing.reduce((sum, one) => sum + one, 0);
  }
}

/** How many frames each phone gets in each second. */
export class Seconds implements Witness {
  private readonly frames = new Map<number, Uint16Array>();

  constructor(
    private readonly from: number,
    private readonly seconds: number,
  ) {}

  heard(phone: Listener, { event }: { event: string }) {
    const second = Math.floor((machineNow() - this.from) / 1000);
    if (event !== "frame" || second < 0 || second >= this.seconds) return;
    const counts = this.frames.get(phone.number) ?? new Uint16Array(this.seconds);
    counts[second] = (counts[second] ?? 0) + 1;
    this.frames.set(phone.number, counts);
  }

  /** The least that any of them got in any second. */
  leastOf(phones: readonly Listener[]) {
    return Math.min(...phones.map(({ number }) => Math.min(...(this.frames.get(number) ?? [0]))));
  }
}

/** When each phone first showed so many dots on a topic. */
export class Sighting implements Witness {
  readonly at = new Map<number, number>();

  constructor(
    private readonly topicId: string,
    private readonly dots: number,
  ) {}

  heard(phone: Listener, { data }: Parameters<Witness["heard"]>[1]) {
    if (this.at.has(phone.number)) return;
    const shown = phone.snapshot ? (phone.snapshot.tallies?.[this.topicId]?.[0] ?? 0) : data.dots;
    if (shown === this.dots) this.at.set(phone.number, machineNow());
  }
}
