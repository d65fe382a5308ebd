import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export type Statement = { name: string; text: string };

/** The database stayed away for longer than anyone should wait. */
export class Unavailable extends Error {}

const waitsMs = [50, 150, 400, 1_000, 1_500];

/** Prepared statements as role `app`, outlasting a database that goes away and comes back. */
export class Database {
  private readonly pool: pg.Pool;

  constructor(url: string, connections = 4) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: 3_000,
      application_name: "twofeet live",
    });
    // a lost idle connection is replaced; without a listener it would end the process
    this.pool.on("error", () => {});
  }

  /** Repeats what failed for want of a connection: every statement here is safe to repeat. Throws `Unavailable`. */
  async rows<T extends pg.QueryResultRow>(statement: Statement, values: unknown[], attempt = 0): Promise<T[]> {
    try {
      return (await this.pool.query<T>({ ...statement, values })).rows;
    } catch (error) {
      if (!isLost(error)) throw error;
      await waitFor(attempt, error);
      return this.rows(statement, values, attempt + 1);
    }
  }

  async close() {
    await this.pool.end();
  }
}

async function waitFor(attempt: number, cause: unknown) {
  const wait = waitsMs[attempt];
  if (wait === undefined) throw new Unavailable("no database", { cause });
  await pause(wait);
}

function isLost(error: unknown) {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (/^(08|57P|53300|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(code)) return true;
  return /terminat|timeout|Connection|connection|not queryable/.test(message) && !/^[0-9A-Z]{5}$/.test(code);
}
