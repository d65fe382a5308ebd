import { setTimeout as pause } from "node:timers/promises";
import type { Caller } from "@/lib/db/enter";
import { perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import type { Phase } from "@/lib/live/feed";
import type { App } from "./app";
import type { MortalDatabase } from "./database";
import type { Blow } from "./plan";
import type { Closing } from "./verdicts";

export type Strike = { what: Blow["what"]; at: number };

const closedMs = 1_500;
const mostTries = 100;

/** Carries a plan out, and keeps what it did when. */
export class Nemesis {
  readonly strikes: Strike[] = [];
  readonly closings: Closing[] = [];

  constructor(
    private readonly victims: { app: App; database: MortalDatabase },
    private readonly host: Caller,
  ) {}

  async carryOut(plan: readonly Blow[]) {
    await Promise.all(
      plan.map(async ({ atMs, what }) => {
        await pause(atMs);
        await this.strike(what);
      }),
    );
  }

  /** Closes voting and leaves it closed. */
  async close(): Promise<Closing> {
    const closing = { asked: performance.now(), closed: Infinity, reopening: Infinity, open: Infinity };
    this.closings.push(closing);
    await this.open("placing");
    closing.closed = performance.now();
    return closing;
  }

  private async strike(what: Blow["what"]) {
    if (what === "close") return this.closeForAMoment();
    // a database that is still on its way up from the last blow has no process to kill yet
    for (let tries = 0; !this.victims[what].kill() && tries < mostTries; tries++) await pause(100);
    this.strikes.push({ what, at: performance.now() });
  }

  private async closeForAMoment() {
    const closing = await this.close();
    await pause(closedMs);
    closing.reopening = performance.now();
    await this.open("voting");
    closing.open = performance.now();
    this.strikes.push({ what: "close", at: closing.asked });
  }

  private async open(phase: Phase) {
    for (let tries = 0; ; tries++) {
      try {
        return await perform(openPhase, this.host, { phase, minutes: null });
      } catch (error) {
        if (tries >= mostTries) throw error;
        await pause(200);
      }
    }
  }
}
