import { diff3Merge } from "node-diff3";

/**
 * Two people wrote at once: `mine` and `theirs` both began from `base`. Words that touch different lines are
 * merged; where they touch the same, both stay, theirs first. No word is lost.
 */
export function mergeNotes(mine: string, base: string, theirs: string) {
  const lines = (text: string) => text.split("\n");
  const regions = diff3Merge(lines(mine), lines(base), lines(theirs), { excludeFalseConflicts: true });
  return regions
    .flatMap((region) => region.ok ?? [...(region.conflict?.b ?? []), ...(region.conflict?.a ?? [])])
    .join("\n");
}
