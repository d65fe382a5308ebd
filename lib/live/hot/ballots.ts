import type { Database } from "../database";
import { statements } from "../statements";

export type Cast = { userId: string; topicId: string; dots: number };
export type Verdict = { verdict: string; left: number | null };

type Waiting = Cast & { done: (verdict: Verdict) => void; fail: (error: unknown) => void };
type Row = { ord: number; verdict: string; dots_left: number | null };

const batchMost = 2_000;

/** One event's votes on their way to the database: what arrives while a commit is in flight goes together. */
class Lane {
  private waiting: Waiting[] = [];
  private inFlight = false;

  constructor(
    private readonly database: Database,
    private readonly eventId: string,
  ) {}

  cast(cast: Cast) {
    return new Promise<Verdict>((done, fail) => {
      this.waiting.push({ ...cast, done, fail });
      if (this.inFlight) return;
      this.inFlight = true;
      setImmediate(() => void this.run());
    });
  }

  private async run() {
    while (this.waiting.length > 0) await this.commit(this.nextBatch());
    this.inFlight = false;
  }

  /** At most one vote a member, so that the batch's budget check sees each of them alone. */
  private nextBatch() {
    const batch = new Map<string, Waiting>();
    const later: Waiting[] = [];
    for (const vote of this.waiting) {
      if (batch.size >= batchMost || batch.has(vote.userId)) later.push(vote);
      else batch.set(vote.userId, vote);
    }
    this.waiting = later;
    return [...batch.values()];
  }

  private async commit(batch: Waiting[]) {
    try {
      const values = [
        this.eventId,
        batch.map(({ userId }) => userId),
        batch.map(({ topicId }) => topicId),
        batch.map(({ dots }) => dots),
      ];
      const rows = await this.database.rows<Row>(statements.cast, values);
      for (const { ord, verdict, dots_left } of rows) batch[ord - 1]?.done({ verdict, left: dots_left });
    } catch (error) {
      for (const vote of batch) vote.fail(error);
    }
  }
}

/**
 * Casts dots, acknowledged only after COMMIT. Throws `Unavailable` when the database stays away. Each event keeps to
 * one of the connections, where its statement is planned and its pages are warm.
 */
export class Ballots {
  private readonly lanes = new Map<string, Lane>();

  constructor(private readonly connections: readonly [Database, ...Database[]]) {}

  cast(eventId: string, cast: Cast) {
    const lane = this.lanes.get(eventId) ?? new Lane(this.connectionFor(eventId), eventId);
    this.lanes.set(eventId, lane);
    return lane.cast(cast);
  }

  async close() {
    for (const connection of this.connections) await connection.close();
  }

  private connectionFor(eventId: string) {
    const [first] = this.connections;
    return this.connections[Number.parseInt(eventId.slice(0, 8), 16) % this.connections.length] ?? first;
  }
}
