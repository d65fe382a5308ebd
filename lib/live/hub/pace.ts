import { type EventLoopUtilization, performance } from "node:perf_hooks";

const busy = 0.7;
const stretchedMs = 400;

/**
 * How long after a tick the next one may come, in milliseconds. When this process is busy with a storm of votes,
 * acknowledging them goes before showing them four times a second: then the board moves on 2.5 times.
 */
export class Pace {
  private last: EventLoopUtilization;

  constructor(
    private readonly tickHz: number,
    private readonly measure: typeof performance.eventLoopUtilization = performance.eventLoopUtilization,
  ) {
    this.last = measure();
  }

  /** Call it once a tick: it looks at the time since the call before. */
  next() {
    const now = this.measure();
    const { utilization } = this.measure(now, this.last);
    this.last = now;
    const restMs = 1000 / this.tickHz;
    return utilization < busy ? restMs : Math.max(restMs, stretchedMs);
  }
}
