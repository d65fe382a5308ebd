import { Introduction } from "./introduction";
import { keepDots, keptDots } from "./kept-dots";
import { OwnBallot } from "./own-ballot";
import { type Answer, call, pause, reasonOf, retryAfter } from "./request";
import type { Store } from "./store";

/**
 * The member's dots on their way. Absolute values, the last one wins, one in flight; what is not acknowledged is
 * kept on the phone and sent again after a reload or when the network is back.
 */
export class Outbox {
  private sending = false;
  /** Whose dots wait here; null while nobody has joined. */
  private owner: string | null = null;
  private patienceMs = 1_000;
  private hurry: () => void = () => {};

  readonly introduction: Introduction;
  private readonly own: OwnBallot;

  constructor(private readonly store: Store) {
    this.introduction = new Introduction(store);
    this.own = new OwnBallot(store);
  }

  cast(topicId: string, dots: number) {
    this.disown();
    this.owner = this.mark();
    this.keep({ ...this.store.state.pending, [topicId]: dots });
    this.store.set({ refusal: null });
    void this.send();
  }

  /** Takes up what this person left on the phone. */
  restore() {
    const kept = keptDots(this.store.place.eventId, this.mark());
    this.owner = this.mark();
    if (Object.keys(kept).length > 0) this.keep({ ...kept, ...this.store.state.pending });
    if (this.owner === null && this.introduction.wasBegun()) void this.learnMe();
    void this.send();
  }

  /** Sends what waits, oldest first: a dot taken back somewhere may be the one given elsewhere. */
  async send() {
    this.hurry();
    this.disown();
    if (this.own.isOwed) void this.learnMe();
    if (this.sending) return;
    this.sending = true;
    for (let next = this.next(); next; next = this.next()) await this.sendOne(...next);
    this.sending = false;
  }

  private async sendOne(topicId: string, dots: number) {
    const { reshaped } = this.store;
    const answer = await call(`e/${this.store.place.slug}/dots`, "PUT", { topicId, dots });
    if (answer?.ok) {
      this.patienceMs = 1_000;
      this.store.hear();
      this.settle(topicId, dots, true);
      // what was acknowledged may have been moved before the word of it came
      if (this.store.reshaped !== reshaped) await this.learnMe();
      return;
    }
    if (answer === null || answer.status === 429 || answer.status >= 500) return this.wait(answer);
    if (answer.status === 401 && this.mark() === null) return this.join(topicId);
    const { reason, left } = await reasonOf(answer);
    this.refuse(topicId, reason, left);
  }

  /** The first dot joins: no form, no typing. */
  private async join(topicId: string) {
    const joined = await this.introduction.join();
    if (joined.is === "silence") return this.wait(null);
    if (joined.is === "refused") return this.refuse(topicId, joined.no.reason, null);
    this.owner = this.mark();
  }

  learnMe() {
    return this.own.learn();
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
    this.own.outdate();
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
    keepDots(this.store.place.eventId, { mark: this.owner, pending });
  }

  private mark() {
    return this.store.state.ballot.member?.mark ?? null;
  }

  /** Another person is here now: what is left of the one before goes nowhere. */
  private disown() {
    if (this.owner === null || this.owner === this.mark()) return;
    this.owner = null;
    this.store.set({ pending: {} });
  }
}
