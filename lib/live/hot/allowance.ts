const keptSessions = 50_000;

/**
 * How much one session may still ask. Far above what a voting person does, far below what a script does, and
 * never by address: a whole venue shares one. `burst` at once, then `perSecond`.
 */
export class Allowance {
  private buckets = new Map<string, { tokens: number; at: number }>();

  constructor(
    private readonly burst = 200,
    private readonly perSecond = 10,
  ) {}

  /** Seconds to wait; 0 when the request may pass. */
  spend(session: string, now = performance.now()) {
    const { burst, perSecond } = this;
    const bucket = this.buckets.get(session) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    this.buckets.set(session, bucket);
    if (this.buckets.size > keptSessions) this.forgetFull(now);
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
    bucket.tokens -= 1;
    return 0;
  }

  private forgetFull(now: number) {
    const full = now - (this.burst / this.perSecond) * 1000;
    for (const [session, { at }] of this.buckets) if (at < full) this.buckets.delete(session);
  }
}
