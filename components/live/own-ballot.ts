import type { Ballot } from "@/lib/live/feed";
import { call } from "./request";
import type { Store } from "./store";

/** Asks the server for the member's own side of the event, and believes no answer that something overtook. */
export class OwnBallot {
  /** An ask was lost: it is due when the network is back. */
  isOwed = false;
  private made = 0;
  private answered = 0;
  private outdated = 0;

  constructor(private readonly store: Store) {}

  /** Dots were acknowledged or refused: an answer that is on its way may be from before. */
  outdate() {
    this.outdated += 1;
  }

  /** False when no answer came. */
  async learn(): Promise<boolean> {
    const before = this.outdated;
    this.made += 1;
    const { made } = this;
    this.isOwed = false;
    const answer = await call(`e/${this.store.place.slug}/me`);
    if (!answer?.ok) {
      this.isOwed ||= answer === null || answer.status >= 429;
      return false;
    }
    const ballot = (await answer.json()) as Ballot;
    if (this.outdated !== before) return this.learn();
    if (made < this.answered) return true;
    this.answered = made;
    this.store.set({ ballot });
    return true;
  }
}
