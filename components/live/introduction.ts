import type { Joining } from "@/components/outbox/sender";
import { call, reasonOf } from "./request";
import type { Store } from "./store";

/** Becomes a member with the code this browser holds: no form, no typing. Asked by two at once it joins once. */
export class Introduction {
  private hasJoined = false;
  private joining: Promise<Joining> | null = null;

  constructor(private readonly store: Store) {}

  join(): Promise<Joining> {
    this.joining ??= this.joinOnce().finally(() => {
      this.joining = null;
    });
    return this.joining;
  }

  /** Once only: a browser that drops its cookies would join for ever. */
  private async joinOnce(): Promise<Joining> {
    if (!this.hasJoined) {
      this.remember();
      const answer = await call(`e/${this.store.place.slug}/join`, "POST", {});
      if (answer === null || answer.status === 429 || answer.status >= 500) return { is: "silence" };
      if (!answer.ok) return refused((await reasonOf(answer)).reason);
      this.hasJoined = true;
    }
    if (!(await this.store.outbox.learnMe())) return { is: "silence" };
    return this.store.state.ballot.member === null ? refused("not-joined") : { is: "joined" };
  }

  /** Whether a page of this tab asked to join: the next one may have been rendered before that was done. */
  wasBegun() {
    try {
      return sessionStorage.getItem(this.kept) !== null;
    } catch {
      return false;
    }
  }

  private remember() {
    try {
      sessionStorage.setItem(this.kept, "");
    } catch {
      // a phone without storage sees itself on the page after the next
    }
  }

  private get kept() {
    return `twofeet.joining.${this.store.place.eventId}`;
  }
}

const refused = (reason: string): Joining => ({ is: "refused", no: { reason, fields: {}, about: {} } });
