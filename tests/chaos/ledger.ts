/**
 * One member's wish on one topic, from its first sending to a yes or no that may have taken several. `to` and
 * `accepted` are null while nobody knows. `affordable`: within the budget, as the member knew it.
 * `contradicted`: one sending was accepted and another of the same refused.
 */
export type Vote = {
  memberId: string;
  topicId: string;
  dots: number;
  had: number;
  affordable: boolean;
  from: number;
  to: number | null;
  accepted: boolean | null;
  contradicted: boolean;
};

export const registerOf = (memberId: string, topicId: string) => `${memberId} ${topicId}`;

/** All that clients wished for and were told, on the one clock of this process. */
export class Ledger {
  readonly votes: Vote[] = [];
  readonly acknowledgedAt: number[] = [];
  readonly counts = { sent: 0, retried: 0, duplicated: 0, refused: 0, turnedAway: 0, unexpected: 0 };
  private readonly histories = new Map<string, Vote[]>();

  open(wish: Omit<Vote, "from" | "to" | "accepted" | "contradicted">): Vote {
    const vote = { ...wish, from: performance.now(), to: null, accepted: null, contradicted: false };
    this.votes.push(vote);
    const key = registerOf(wish.memberId, wish.topicId);
    const history = this.histories.get(key);
    if (history) history.push(vote);
    else this.histories.set(key, [vote]);
    return vote;
  }

  settle(vote: Vote, accepted: boolean) {
    Object.assign(vote, { accepted, to: performance.now() });
    if (accepted) this.acknowledgedAt.push(performance.now());
    else this.counts.refused += 1;
  }

  registers() {
    return this.histories.keys();
  }

  /**
   * What may be stored when it was read between `from` and `to`: the last value acknowledged before, or a later
   * one that was on its way. What was refused may not.
   */
  possible(register: string, from: number, to: number) {
    const values = new Set<number>();
    for (const vote of (this.histories.get(register) ?? []).toReversed()) {
      if (vote.from > to || vote.accepted === false) continue;
      values.add(vote.dots);
      if (vote.accepted && vote.to !== null && vote.to <= from) return values;
    }
    return values.add(0);
  }
}
