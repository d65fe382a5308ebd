const firstMs = 1_000;
const mostMs = 30_000;

/** When to try again: later with every failure, and never before the time that the server asked for. */
export class Patience {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitMs = firstMs;
  private notBefore = 0;

  constructor(private readonly again: () => void) {}

  /** How long the server still asks to be left alone, in milliseconds; nothing or less when it does not. */
  held() {
    return this.notBefore - Date.now();
  }

  reset() {
    this.waitMs = firstMs;
  }

  /** `rest`: what the server asked for in milliseconds, 0 for nothing in particular, null when all is said. */
  plan(rest: number | null) {
    clearTimeout(this.timer);
    if (rest === null) return this.reset();
    if (rest > 0) this.notBefore = Date.now() + rest;
    this.timer = setTimeout(this.again, Math.max(rest, this.waitMs * (0.7 + Math.random() * 0.6)));
    this.waitMs = Math.min(this.waitMs * 2, mostMs);
  }
}
