import type { Ballot } from "@/lib/live/feed";
import { type Answer, call, pause, reasonOf, retryAfter } from "./request";
import type { Store } from "./store";

/**
 * The member's dots on their way. Absolute values, the last one wins, one in flight; what is not acknowledged is
 * kept on the phone and sent again after a reload or when the network is back.
 */
export class Outbox {
  private sending = false;
  private hasJoined = false;
  private settled = 0;
  private patienceMs = 1_000;
  private hurry: () => void = () => {};

  constructor(private readonly store: Store) {}

  cast(topicId: string, dots: number) {
    this.keep({ ...this.store.state.pending, [topicId]: dots });
    this.store.set({ refusal: null });
    void this.send();
  }

  restore() {
    const kept = readKept(this.key());
    if (Object.keys(kept).length > 0) this.keep({ ...kept, ...this.store.state.pending });
    void this.send();
  }

  /** Sends what waits, oldest first: a dot taken back somewhere may be the one given elsewhere. */
  async send() {
    this.hurry();
    if (this.sending) return;
    this.sending = true;
    for (let next = this.next(); next; next = this.next()) await this.sendOne(...next);
    this.sending = false;
  }

  private async sendOne(topicId: string, dots: number) {
    const answer = await call(`e/${this.store.place.slug}/dots`, "PUT", { topicId, dots });
    if (answer?.ok) {
      this.patienceMs = 1_000;
      this.store.hear();
      return this.settle(topicId, dots, true);
    }
    if (answer === null || answer.status === 429 || answer.status >= 500) return this.wait(answer);
    if (answer.status === 401 && !this.hasJoined) return this.join(topicId);
    const { reason, left } = await reasonOf(answer);
    this.refuse(topicId, reason, left);
  }

  /** The first dot joins: no form, no typing. Once only: a browser that drops its cookies would join for ever. */
  private async join(topicId: string) {
    const answer = await call(`e/${this.store.place.slug}/join`, "POST", {});
    if (answer === null || answer.status === 429 || answer.status >= 500) return this.wait(answer);
    if (!answer.ok) {
      const { reason } = await reasonOf(answer);
      return this.refuse(topicId, reason, null);
    }
    this.hasJoined = true;
    await this.learnMe();
  }

  /** Asks for the own ballot, again if dots were acknowledged meanwhile: the answer may be from before. */
  async learnMe(): Promise<void> {
    const before = this.settled;
    const answer = await call(`e/${this.store.place.slug}/me`);
    if (!answer?.ok) return;
    const ballot = (await answer.json()) as Ballot;
    if (this.settled !== before) return this.learnMe();
    this.store.set({ ballot });
  }

  private async wait(answer: Answer | null) {
    const woken = new Promise<void>((done) => {
      this.hurry = done;
    });
    const asked = retryAfter(answer);
    await (asked > 0 ? pause(asked) : Promise.race([pause(this.patienceMs), woken]));
    this.patienceMs = Math.min(this.patienceMs * 2, 8_000);
  }

  private refuse(topicId: string, reason: string, left: number | null) {
    this.settle(topicId, this.store.state.pending[topicId] ?? 0, false);
    this.store.set({ refusal: { reason, topicId, left } });
    this.store.doubt();
  }

  private settle(topicId: string, dots: number, isCast: boolean) {
    this.settled += 1;
    const { ballot, pending } = this.store.state;
    if (isCast) this.store.set({ ballot: { ...ballot, dots: { ...ballot.dots, [topicId]: dots } } });
    if (pending[topicId] !== dots) return;
    const { [topicId]: _, ...rest } = pending;
    this.keep(rest);
  }

  private next() {
    return Object.entries(this.store.state.pending)[0];
  }

  private keep(pending: Record<string, number>) {
    this.store.set({ pending });
    try {
      if (Object.keys(pending).length === 0) localStorage.removeItem(this.key());
      else localStorage.setItem(this.key(), JSON.stringify(pending));
    } catch {
      // a phone without storage forgets what it could not send
    }
  }

  private key() {
    return `twofeet.dots.${this.store.place.eventId}`;
  }
}

function readKept(key: string): Record<string, number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    const entries = Object.entries(kept ?? {}).filter(([, dots]) => Number.isInteger(dots));
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}
