/** What must never happen. */
export type Fault =
  | "acknowledged vote lost"
  | "vote counted twice"
  | "budget exceeded"
  | "wrong verdict"
  | "accepted after the phase closed"
  | "seq with other content"
  | "seq went back";

const examplesKept = 3;

/** The faults that a run showed: how many of each, and the first few. */
export class Findings {
  private readonly counts = new Map<Fault, number>();
  readonly examples: string[] = [];

  add(fault: Fault, detail: string) {
    const before = this.count(fault);
    this.counts.set(fault, before + 1);
    if (before < examplesKept) this.examples.push(`${fault}: ${detail}`);
  }

  count(fault: Fault) {
    return this.counts.get(fault) ?? 0;
  }

  total() {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }
}
