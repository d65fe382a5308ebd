import type Pusher from "pusher";
import { movedEvent } from "../channel";

/** Some phone misses every word, so it is said again. */
const sayMs = [0, 2_000, 10_000];
/** What the service takes in one call. */
const batchMost = 10;

/** Tells phones on abandoned channels to ask where frames are now. */
export class Moved {
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly service: Pusher,
    private readonly report: (error: unknown) => void,
  ) {}

  readonly say = (channels: string[]) => {
    const batch = channels.slice(0, batchMost).map((channel) => ({ channel, name: movedEvent, data: "{}" }));
    if (batch.length === 0) return;
    for (const ms of sayMs) {
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        this.service.triggerBatch(batch).catch(this.report);
      }, ms).unref();
      this.timers.add(timer);
    }
  };

  close() {
    for (const timer of this.timers) clearTimeout(timer);
  }
}
