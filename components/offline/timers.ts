export type Timer = ReturnType<typeof setTimeout>;

/** What is planned and given up together. */
export class Timers {
  private readonly running = new Set<Timer>();

  later(ms: number, work: () => void): Timer {
    const timer = setTimeout(() => {
      this.running.delete(timer);
      work();
    }, ms);
    this.running.add(timer);
    return timer;
  }

  clear() {
    for (const timer of this.running) clearTimeout(timer);
  }
}
