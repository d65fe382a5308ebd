import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Audience } from "../channel";
import type { Frame } from "../feed";

export type Claim = (
  eventId: string,
  audience: Audience,
  seq: number,
  teller: string,
) => Promise<"mine" | "told" | "wait">;

/** Longer than a teller keeps the word. */
const patienceMs = 3_200;

/**
 * Of several processes that saw the same change one tells it. Whoever has to wait looks again when the teller may have
 * died; what it then says does not continue the other's frames, so it is only that the board moved on.
 */
export class OneTeller {
  private readonly name = randomUUID();
  private readonly closing = new AbortController();

  constructor(private readonly claim: Claim) {}

  /** The frame to tell, or null when somebody else did. */
  async mayTell(eventId: string, audience: Audience, frame: Frame): Promise<Frame | null> {
    const verdict = await this.claim(eventId, audience, frame.seq, this.name);
    if (verdict !== "wait") return verdict === "mine" ? frame : null;
    await pause(patienceMs, undefined, { signal: this.closing.signal, ref: false });
    const late = await this.claim(eventId, audience, frame.seq, this.name);
    return late === "mine" ? { seq: frame.seq, stale: true } : null;
  }

  close() {
    this.closing.abort();
  }
}
