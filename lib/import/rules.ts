/** What became of a file. */
export type Taken = "made" | "renewed" | "same" | "conflict";
export type Left = { path: string; why: string };
export type ImportReport = Record<Taken, number> & {
  /** The first of those that were not taken. */
  left: Left[];
  /** How many were not taken at all. */
  leftCount: number;
  /** Where to go when it was one only. */
  only: string | null;
};

const mostNamed = 30;

/** Sums up an import. */
export function reportOf(taken: readonly { as: Taken; id: string }[], left: readonly Left[]): ImportReport {
  const count = (as: Taken) => taken.filter((one) => one.as === as).length;
  return {
    made: count("made"),
    renewed: count("renewed"),
    same: count("same"),
    conflict: count("conflict"),
    left: left.slice(0, mostNamed),
    leftCount: left.length,
    only: taken.length === 1 ? (taken[0]?.id ?? null) : null,
  };
}
