/** pusher-js comes back exactly a second after 4100. */
const retryMs = 1_000;

/**
 * Spreads a stampede: so many a second are let in, a quarter of them at once, the others are told to wait a second or
 * more. They all came in the same moment and would all come back in the same moment, so their no is late by chance.
 */
export class Admission {
  private tokens: number;
  private at = Number.NEGATIVE_INFINITY;
  private readonly atOnce: number;

  constructor(private readonly perSecond: number) {
    this.atOnce = Math.max(1, perSecond / 4);
    this.tokens = this.atOnce;
  }

  admits(now = performance.now()) {
    const refilled = this.tokens + ((now - this.at) / 1000) * this.perSecond;
    this.tokens = Math.min(this.atOnce, refilled);
    this.at = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }

  /** How long to keep one waiting who is not admitted, in milliseconds. */
  lateBy(chance = Math.random()) {
    return chance * retryMs;
  }
}
