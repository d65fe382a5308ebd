import type { Entry, Fate, No } from "./entry";
import type { Verdict } from "./post";
import type { Shelf } from "./shelf";

export type Joining = { is: "joined" } | { is: "refused"; no: No } | { is: "silence" };

/** What a sender works with. */
export type Desk = {
  shelf: Shelf;
  eventId: string;
  /** Who this phone is in the event now; null for one who only looks. */
  mark: () => string | null;
  /** Becomes a member, as the first dot does; afterwards `mark` answers who. */
  join: () => Promise<Joining>;
  /** Asks the server who this phone is now. */
  meet: () => Promise<void>;
  post: (entry: Entry) => Promise<Verdict>;
  tell: (entry: Entry, fate: Fate) => void;
};

const notHere: No = { reason: "not-found", fields: {}, about: {} };

/** Goes on; leaves this matter for now; or stops altogether. With how long to wait where the server said so. */
type Turn = "on" | { for: "this" | "all"; afterMs: number };

/**
 * Sends what waits, in order. Each thing goes out with its key and the words it was first sent with, so that the
 * server, which does a thing once per key, may hear it any number of times and from any number of tabs.
 */
export class Sender {
  constructor(private readonly desk: Desk) {}

  /** Answers for how many milliseconds to rest before the next try (0: up to the caller), or null when all is said. */
  async drain(): Promise<number | null> {
    const resting = new Set<string>();
    let rest: number | null = null;
    for (let entry = await this.next(resting); entry; entry = await this.next(resting)) {
      const turn = await this.handle(entry);
      if (turn === "on") continue;
      rest = Math.max(rest ?? 0, turn.afterMs);
      if (turn.for === "all") return rest;
      resting.add(entry.about);
    }
    return rest;
  }

  private async next(resting: Set<string>) {
    const { shelf, eventId, mark } = this.desk;
    const all = await shelf.of(eventId);
    const may = (entry: Entry) => entry.no === null && (entry.mark === null || entry.mark === mark());
    return all.find((entry) => may(entry) && !resting.has(entry.about)) ?? null;
  }

  private async handle(entry: Entry): Promise<Turn> {
    if (entry.mark === null) return this.introduce(entry);
    const lifted = await this.desk.shelf.lift(entry.seq);
    // another tab was quicker, or it was taken back
    if (!lifted) return "on";
    return this.settle(lifted, await this.desk.post(lifted));
  }

  /** Joining comes first and apart: a lost answer to it makes a guest too many, never a pitch too many. */
  private async introduce(entry: Entry): Promise<Turn> {
    const { shelf, eventId, mark, join } = this.desk;
    const joined: Joining = mark() === null ? await join() : { is: "joined" };
    if (joined.is === "refused") return this.settle(entry, joined);
    const now = mark();
    if (joined.is === "silence" || now === null) return this.settle(entry, { is: "silence" });
    await shelf.sign(eventId, now);
    return "on";
  }

  private async settle(entry: Entry, verdict: Verdict): Promise<Turn> {
    const { shelf, eventId, tell } = this.desk;
    switch (verdict.is) {
      case "done":
        await shelf.settle(entry, verdict.value);
        tell(entry, verdict);
        return "on";
      case "refused":
        await shelf.refuse(entry.seq, verdict.no);
        tell(entry, verdict);
        return "on";
      case "gone":
        await shelf.forget(eventId);
        tell(entry, { is: "refused", no: notHere });
        return "on";
      default:
        return this.rest(entry, verdict);
    }
  }

  private async rest(entry: Entry, verdict: Exclude<Verdict, Fate | { is: "gone" }>): Promise<Turn> {
    this.desk.tell(entry, { is: "kept" });
    if (verdict.is === "later") return { for: verdict.forAll ? "all" : "this", afterMs: verdict.afterMs };
    if (verdict.is === "silence") return { for: "all", afterMs: 0 };
    await this.desk.meet();
    return { for: "this", afterMs: 0 };
  }
}
