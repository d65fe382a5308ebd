type Entry<T> = { value: Promise<T>; until: number };

/** Remembers what was looked up for a while; one lookup at a time per key, however many ask. */
export class Fading<T> {
  private entries = new Map<string, Entry<T>>();

  constructor(
    private readonly keepMs: (value: T) => number,
    private readonly max = 20_000,
  ) {}

  get(key: string, look: () => Promise<T>, now = performance.now()): Promise<T> {
    const known = this.entries.get(key);
    if (known && known.until > now) return known.value;
    const entry: Entry<T> = { value: look(), until: Number.POSITIVE_INFINITY };
    this.entries.delete(key);
    this.entries.set(key, entry);
    entry.value.then(
      (value) => {
        entry.until = now + this.keepMs(value);
      },
      () => this.drop(key, entry),
    );
    this.makeRoom();
    return entry.value;
  }

  forget(key: string) {
    this.entries.delete(key);
  }

  clear() {
    this.entries = new Map();
  }

  private drop(key: string, entry: Entry<T>) {
    if (this.entries.get(key) === entry) this.entries.delete(key);
  }

  private makeRoom() {
    if (this.entries.size <= this.max) return;
    for (const oldest of this.entries.keys()) {
      this.entries.delete(oldest);
      return;
    }
  }
}
