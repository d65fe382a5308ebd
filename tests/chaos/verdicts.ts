import type { Findings } from "./findings";
import type { Ledger, Vote } from "./ledger";

/** While voting was closed: asked for, done, to be opened again, done. The last one stays closed. */
export type Closing = { asked: number; closed: number; reopening: number; open: number };

/** Was every wish answered as the rules want it? While a phase changes, either answer is right. */
export function checkVerdicts({ votes }: Ledger, closings: readonly Closing[], findings: Findings) {
  for (const vote of votes) {
    const near = closings.some(({ asked, open }) => touches(vote, asked, open));
    const said = vote.accepted ? "accepted" : "refused";
    const detail = `${said} ${vote.dots} after ${vote.had}`;
    if (vote.accepted && !vote.affordable) findings.add("wrong verdict", `${detail}, beyond the budget`);
    if (vote.accepted === false && vote.affordable && !near) findings.add("wrong verdict", `${detail}, in the budget`);
    if (vote.contradicted && !near) findings.add("wrong verdict", `${detail}, and both for its duplicate`);
    if (vote.accepted && closings.some((closing) => isWithin(vote, closing)))
      findings.add("accepted after the phase closed", detail);
  }
}

const touches = ({ from, to }: Vote, start: number, end: number) => from <= end && (to ?? Infinity) >= start;
const isWithin = ({ from, to }: Vote, { closed, reopening }: Closing) =>
  from >= closed && (to ?? Infinity) <= reopening;
