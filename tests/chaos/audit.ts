import pg from "pg";
import { type Board, viewFor } from "@/lib/live/hub/board";
import { meaningOf } from "./content";
import type { Findings } from "./findings";
import { type Ledger, registerOf } from "./ledger";

type Row = { member_id: string; topic_id: string; dots: number; seq: string };
/** One moment of the database, and when it was asked for and had. */
export type Sight = { board: Board; rows: Row[]; phaseSeq: number; from: number; to: number };

/** Reads everything as of one moment. Throws while there is no database. */
export async function look(ownerUrl: string, eventId: string): Promise<Sight> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const from = performance.now();
    await client.query("begin isolation level repeatable read");
    const { board } = (await client.query("select board_since($1, null) as board", [eventId])).rows[0];
    const to = performance.now();
    const { rows } = await client.query("select member_id, topic_id, dots, seq from dots where event_id = $1", [
      eventId,
    ]);
    const phase = "select max(seq) as seq from change where event_id = $1 and kind = 'phase.opened'";
    const opened = (await client.query(phase, [eventId])).rows[0];
    return { board, rows, phaseSeq: Number(opened.seq), from, to };
  } finally {
    await client.end().catch(() => {});
  }
}

/** Holds sights of the database against each other, and against what clients were told. */
export class Auditor {
  looks = 0;
  private lastSeq = 0;
  private readonly meanings = new Map<number, string>();

  constructor(
    private readonly ledger: Ledger,
    private readonly findings: Findings,
  ) {}

  check(sight: Sight) {
    this.looks += 1;
    const { seq } = sight.board;
    if (seq < this.lastSeq) this.findings.add("seq went back", `${seq} after ${this.lastSeq}`);
    this.lastSeq = seq;
    this.checkMeaning(seq, meaningOf(viewFor("crew", sight.board, new Date())));
    this.checkTallies(sight);
    this.checkBudgets(sight);
    this.checkRegisters(sight);
    this.checkPhase(sight);
  }

  /** A seq means one thing, to whomever and whenever. */
  checkMeaning(seq: number, meaning: string) {
    const known = this.meanings.get(seq);
    if (known === undefined) this.meanings.set(seq, meaning);
    else if (known !== meaning) this.findings.add("seq with other content", `${seq}: ${known} and ${meaning}`);
  }

  checkHeard(seq: number) {
    if (seq > this.lastSeq) this.findings.add("seq went back", `phones heard ${seq}, there is ${this.lastSeq}`);
  }

  private checkTallies({ board, rows }: Sight) {
    const sums = new Map<string, [number, number]>();
    for (const { topic_id, dots } of rows) {
      const [sum, heads] = sums.get(topic_id) ?? [0, 0];
      sums.set(topic_id, [sum + dots, heads + 1]);
    }
    const shown = Object.entries(board.tallies);
    const wrong = shown.filter(([id, tally]) => String(sums.get(id)) !== String(tally));
    if (wrong.length > 0 || shown.length !== sums.size)
      this.findings.add("vote counted twice", `at ${board.seq}: ${JSON.stringify(wrong)}`);
  }

  private checkBudgets({ board, rows }: Sight) {
    const { dotsPerMember, dotsPerTopic } = board.cards.event;
    const spent = new Map<string, number>();
    for (const { member_id, dots } of rows) spent.set(member_id, (spent.get(member_id) ?? 0) + dots);
    const over = [...spent.values()].filter((dots) => dots > dotsPerMember);
    const piled = rows.filter(({ dots }) => dots > dotsPerTopic || dots < 1);
    for (const dots of over) this.findings.add("budget exceeded", `${dots} of ${dotsPerMember} at ${board.seq}`);
    for (const { dots } of piled) this.findings.add("budget exceeded", `${dots} on one topic at ${board.seq}`);
  }

  private checkRegisters({ board, rows, from, to }: Sight) {
    const stored = new Map(rows.map(({ member_id, topic_id, dots }) => [registerOf(member_id, topic_id), dots]));
    for (const register of new Set([...this.ledger.registers(), ...stored.keys()])) {
      const possible = this.ledger.possible(register, from, to);
      const value = stored.get(register) ?? 0;
      if (!possible.has(value))
        this.findings.add("acknowledged vote lost", `${value} stored, told ${[...possible]}, at ${board.seq}`);
    }
  }

  private checkPhase({ board, rows, phaseSeq }: Sight) {
    if (board.cards.event.phase === "voting") return;
    const late = rows.filter(({ seq }) => Number(seq) > phaseSeq);
    if (late.length > 0 || board.seq > phaseSeq)
      this.findings.add("accepted after the phase closed", `closed at ${phaseSeq}, the board is at ${board.seq}`);
  }
}
