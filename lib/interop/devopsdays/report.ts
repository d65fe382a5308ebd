/** Where something was found: a file below the folder that was read, and its line. */
export type Where = { file: string; line: number };
export type Finding = Where & { what: string };

/** Collects what was changed while reading (`repairs`) and what a person should look at (`doubts`). */
export class Report {
  readonly repairs: Finding[] = [];
  readonly doubts: Finding[] = [];

  repair({ file, line }: Where, what: string) {
    this.repairs.push({ file, line, what });
  }

  doubt({ file, line }: Where, what: string) {
    this.doubts.push({ file, line, what });
  }

  /** One repair for a habit of a whole file, at its first line. */
  habit(places: Where[], what: string) {
    const [first] = places;
    if (!first) return;
    this.repair(first, places.length > 1 ? `${what} (${places.length} times)` : what);
  }
}
