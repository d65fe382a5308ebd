import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

type Hear = (channel: string) => void;

/**
 * One connection that hears what every process commits. After it was lost, everything may have changed:
 * `onLost` says so once it listens again.
 */
export class Ear {
  private readonly channels = new Set<string>();
  private client: pg.Client | null = null;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly hear: Hear,
    private readonly onLost: () => void,
  ) {}

  async open() {
    await this.connect();
  }

  async listen(channel: string) {
    if (this.channels.has(channel)) return;
    this.channels.add(channel);
    await this.client?.query(`listen ${pg.escapeIdentifier(channel)}`).catch(() => {});
  }

  async unlisten(channel: string) {
    if (!this.channels.delete(channel)) return;
    await this.client?.query(`unlisten ${pg.escapeIdentifier(channel)}`).catch(() => {});
  }

  async close() {
    this.closed = true;
    await this.client?.end().catch(() => {});
  }

  private async connect() {
    const client = new pg.Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
      application_name: "twofeet ear",
    });
    client.on("error", () => {});
    client.on("notification", ({ channel }) => this.hear(channel));
    await client.connect();
    for (const channel of this.channels) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    this.client = client;
    client.once("end", () => void this.reconnect());
  }

  private async reconnect() {
    this.client = null;
    for (let wait = 100; !this.closed; wait = Math.min(wait * 2, 2_000)) {
      await pause(wait);
      const failed = await this.connect()
        .then(() => false)
        .catch(() => true);
      if (failed) continue;
      this.onLost();
      return;
    }
  }
}
