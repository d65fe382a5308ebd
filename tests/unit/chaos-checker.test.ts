import { expect, test } from "vitest";
import type { Snapshot } from "@/lib/live/feed";
import { Auditor, type Sight } from "@/tests/chaos/audit";
import { Findings } from "@/tests/chaos/findings";
import { Ledger } from "@/tests/chaos/ledger";
import { planOf } from "@/tests/chaos/plan";
import { randomFrom } from "@/tests/chaos/random";
import { checkVerdicts } from "@/tests/chaos/verdicts";

type Told = { dots: number; accepted: boolean | null };

/** A ledger of one member and one topic, and the faults that looking at the database then shows. */
function told(...votes: Told[]) {
  const [ledger, findings] = [new Ledger(), new Findings()];
  for (const { dots, accepted } of votes) {
    const vote = ledger.open({ memberId: "ann", topicId: "toil", dots, had: 0, affordable: true });
    if (accepted !== null) ledger.settle(vote, accepted);
  }
  const auditor = new Auditor(ledger, findings);
  return { ledger, findings, auditor, faults: () => findings.examples.map((example) => example.split(":")[0]) };
}

type Stored = { dots?: number; seq?: number; phase?: string; tally?: number };

function sight({ dots = 1, seq = 5, phase = "voting", tally = dots }: Stored): Sight {
  const event = { phase, dotsPerMember: 3, dotsPerTopic: 2 } as Snapshot["event"];
  const cards = { event, rooms: [], slots: [], topics: [], queue: { speaking: null, waiting: [] } };
  const board = { seq, open: true, tallies: tally ? { toil: [tally, 1] as [number, number] } : {}, cards };
  const rows = dots ? [{ member_id: "ann", topic_id: "toil", dots, seq: String(seq) }] : [];
  return { board, rows, phaseSeq: 4, from: performance.now(), to: performance.now() };
}

const yes = (dots: number): Told => ({ dots, accepted: true });
const no = (dots: number): Told => ({ dots, accepted: false });
const unknown = (dots: number): Told => ({ dots, accepted: null });

test.each([
  ["the last value acknowledged", [yes(2), yes(1)], {}, []],
  ["a later one that nobody answered", [yes(2), unknown(1)], {}, []],
  ["the acknowledged one before it", [yes(1), unknown(2)], {}, []],
  ["nothing, where nothing was acknowledged", [unknown(1)], { dots: 0 }, []],
  ["an older value", [yes(1), yes(2)], {}, ["acknowledged vote lost"]],
  ["nothing, where something was acknowledged", [yes(1)], { dots: 0 }, ["acknowledged vote lost"]],
  ["what was refused", [yes(2), no(1)], {}, ["acknowledged vote lost"]],
  ["a tally of more than there is", [yes(1)], { tally: 2 }, ["vote counted twice"]],
  ["more on a topic than may be", [unknown(3)], { dots: 3 }, ["budget exceeded"]],
  ["more than a member has", [unknown(4)], { dots: 4 }, ["budget exceeded", "budget exceeded"]],
  ["a vote after the phase closed", [yes(1)], { phase: "placing" }, ["accepted after the phase closed"]],
])("the checker judges a database that holds %s", (_, votes, stored, wanted) => {
  const { auditor, faults } = told(...votes);
  auditor.check(sight(stored));
  expect(faults()).toEqual(wanted);
});

test("the checker sees a seq that goes back, and one that means something else than before", () => {
  const { auditor, faults } = told(unknown(1), unknown(2));
  auditor.check(sight({ seq: 5 }));
  auditor.check(sight({ seq: 4 }));
  auditor.check(sight({ seq: 5, dots: 2 }));
  auditor.checkHeard(6);
  expect(faults()).toEqual(["seq went back", "seq with other content", "seq went back"]);
});

test("the checker sees answers that the rules do not want", () => {
  const { ledger, findings, faults } = told(yes(1), no(2));
  checkVerdicts(ledger, [{ asked: 0, closed: 0, reopening: Infinity, open: Infinity }], findings);
  expect(faults()).toEqual(["accepted after the phase closed"]);
  checkVerdicts(ledger, [], findings);
  expect(faults()).toEqual(["accepted after the phase closed", "wrong verdict"]);
});

test("a seed makes the same plan again, and another seed another", () => {
  const plan = (seed: number) => planOf(randomFrom(seed), 60, { app: 5, database: 3, close: 1 });
  expect(plan(1)).toEqual(plan(1));
  expect(plan(1)).not.toEqual(plan(2));
  expect(plan(1)).toHaveLength(9);
  expect(plan(1).every(({ atMs }) => atMs > 0 && atMs < 62_000)).toBe(true);
});
