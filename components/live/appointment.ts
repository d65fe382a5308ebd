/** One thing to do, once, at the earliest of the moments asked for, and never before the one that was ruled out. */
export class Appointment {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private due = 0;
  private notBefore = 0;

  constructor(private readonly work: () => void) {}

  within(ms: number) {
    const at = Math.max(Date.now() + ms, this.notBefore);
    if (this.timer && this.due <= at) return;
    this.cancel();
    this.due = at;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.work();
    }, at - Date.now());
  }

  /** Whatever was planned earlier waits as well. */
  notWithin(ms: number) {
    this.notBefore = Date.now() + ms;
    if (!this.timer || this.due >= this.notBefore) return;
    this.cancel();
    this.within(0);
  }

  cancel() {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}
