import { type Figure, figure } from "@/tests/bench/figures";
import type { Fault } from "./findings";
import type { Strike } from "./nemesis";
import type { Outcome, StormOptions } from "./storm";

/** What a storm showed, beside what it has to show. */
export function figuresOf(outcome: Outcome, { votes, blows, phones }: StormOptions): Figure[] {
  const { ledger, findings, strikes, looks, votedFor, unequal, equalAfter, boards } = outcome;
  const acknowledged = ledger.acknowledgedAt.length;
  const { sent, retried, duplicated, refused, turnedAway, unexpected } = ledger.counts;
  const struck = (what: Strike["what"]) => strikes.filter((strike) => strike.what === what).length;
  const never = (fault: Fault) => figure(`${fault}`, findings.count(fault), "times", null, { atMost: 0 });
  const plain = (name: string, value: number, unit: string) => figure(name, value, unit, null);
  return [
    figure("votes acknowledged", acknowledged, "votes", null, { atLeast: votes }),
    figure("kill -9 of the app", struck("app"), "kills", null, { atLeast: blows.app }),
    figure("kill -9 of the database", struck("database"), "kills", null, { atLeast: blows.database }),
    ...faults.map(never),
    figure(`phones unequal to the database, of ${phones}`, unequal, "phones", null, { atMost: 0 }),
    figure("all phones equal after the last vote", equalAfter, "s", null, { atMost: 10 }),
    figure("answers that are neither yes, no nor try again", unexpected, "answers", null, { atMost: 0 }),
    plain("votes acknowledged, deaths included", acknowledged / votedFor, "votes/s"),
    plain("sent altogether", sent, "requests"),
    plain("sent again after no answer or try again", retried, "requests"),
    plain("of those told to try again", turnedAway, "answers"),
    plain("sent twice on purpose", duplicated, "votes"),
    plain("refused (beyond the budget, or voting closed)", refused, "votes"),
    plain("moments at which the database was checked", looks, "snapshots"),
    plain("boards that phones showed and that were checked", boards, "boards"),
    plain("longest silence after a death of the app", longestGap(outcome, "app"), "s"),
    plain("longest silence after a death of the database", longestGap(outcome, "database"), "s"),
  ];
}

const faults: Fault[] = [
  "acknowledged vote lost",
  "vote counted twice",
  "budget exceeded",
  "wrong verdict",
  "accepted after the phase closed",
  "seq with other content",
  "seq went back",
];

/** Seconds without any acknowledgement from a blow on, until the next blow. */
function longestGap({ ledger: { acknowledgedAt }, strikes }: Outcome, what: Strike["what"]) {
  const gaps = strikes.flatMap(({ what: kind, at }) => {
    if (kind !== what) return [];
    const next = Math.min(...strikes.map((strike) => strike.at).filter((other) => other > at + 2_000));
    const heard = acknowledgedAt.filter((time) => time >= at);
    return heard.filter((time, n) => n === 0 || time < next).map((time, n) => time - (heard[n - 1] ?? at));
  });
  return gaps.reduce((most, gap) => Math.max(most, gap), 0) / 1000;
}
