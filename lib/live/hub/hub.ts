import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Audience, channelOf, frameEvent } from "../channel";
import type { Driver } from "../drivers/driver";
import type { Snapshot } from "../feed";
import { type Board, boardAfter, type Read, viewFor } from "./board";
import { Body } from "./body";
import { diff } from "./diff";
import { Pace } from "./pace";

const frameBytes = 9_000;

type View = { snapshot: Snapshot; changedAt: number; body: Body | null };

type HubParts = {
  eventId: string;
  driver: Driver;
  /** Reads the board in one statement; cards only when they changed after `since`. */
  read: (eventId: string, since: number | null) => Promise<Read | null>;
  now?: () => Date;
};

/**
 * One event's board in this process. While something changes it ticks at the driver's rate: a storm never
 * starves the tick, and a quiet board costs nothing.
 */
export class Hub {
  /** Tells its own frames and snapshots from those of other processes, and of the time before a restart. */
  readonly id = randomBytes(6).toString("base64url");
  usedAt = Date.now();
  private board: Board | null = null;
  private views: Record<Audience, View> | null = null;
  private dirty = true;
  private running: Promise<void> | null = null;
  /** By a clock that nobody sets: a board must not stand still because a server's time was put right. */
  private lastTick = 0;
  private catching: Promise<void> | null = null;
  private closed = false;
  private readonly pace: Pace;
  private restMs: number;

  constructor(private readonly parts: HubParts) {
    this.pace = new Pace(parts.driver.tickHz);
    this.restMs = this.pace.next();
  }

  /** Something committed: a tick is due. */
  touch() {
    this.dirty = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
  }

  /** What an audience sees, not older than `since`; null when there is no such board. */
  async view(audience: Audience, since = 0) {
    this.usedAt = Date.now();
    if (!this.views || this.views[audience].snapshot.seq < since) await this.catchUp();
    return this.views?.[audience] ?? null;
  }

  /** The wire form of a view, made when first asked for. */
  bodyOf(audience: Audience, view: View) {
    view.body ??= new Body(view.snapshot, `"${audience}.${view.changedAt}"`);
    return view.body;
  }

  close() {
    this.closed = true;
  }

  /** Somebody knows a later board, or claims to: one look for all who ask, at the rate of the tick. */
  private catchUp() {
    const isRecent = this.views !== null && performance.now() < this.lastTick + this.restMs;
    if (isRecent) return this.catching;
    this.catching = this.refresh();
    return this.catching;
  }

  private async run() {
    while (this.dirty && !this.closed) {
      const wait = this.lastTick + this.restMs - performance.now();
      if (wait > 0) await pause(wait);
      await this.refresh().catch(() => pause(500));
    }
  }

  private async refresh() {
    this.lastTick = performance.now();
    this.restMs = this.pace.next();
    this.dirty = false;
    const { eventId, read, now = () => new Date() } = this.parts;
    try {
      const fresh = await read(eventId, this.board?.seq ?? null);
      const board = fresh && boardAfter(this.board, fresh);
      if (board && (!this.board || board.seq > this.board.seq)) this.show(board, now());
    } catch (error) {
      this.dirty = true;
      throw error;
    }
  }

  private show(board: Board, now: Date) {
    const old = this.views;
    const seen = (audience: Audience) => ({ ...viewFor(audience, board, now), hub: this.id });
    const shown = (audience: Audience) => this.next(audience, old?.[audience], seen(audience));
    this.board = board;
    this.views = { hall: shown("hall"), crew: shown("crew") };
  }

  private next(audience: Audience, old: View | undefined, snapshot: Snapshot): View {
    if (!old) return { snapshot, changedAt: snapshot.seq, body: null };
    const frame = diff(old.snapshot, snapshot, old.changedAt);
    if (!frame) return { ...old, snapshot, body: null };
    const text = JSON.stringify({ ...frame, hub: this.id });
    const fits = Buffer.byteLength(text) <= frameBytes;
    const data = fits ? text : JSON.stringify({ seq: frame.seq, stale: true });
    this.parts.driver.publish(channelOf(this.parts.eventId, audience), frameEvent, data);
    return { snapshot, changedAt: snapshot.seq, body: null };
  }
}
