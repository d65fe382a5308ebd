import { alone } from "./alone";
import type { Entry, Fate, Kind, Values } from "./entry";
import { channelName } from "./load";
import { Patience } from "./patience";
import { post } from "./post";
import { type Desk, Sender } from "./sender";
import type { Shelf } from "./shelf";
import { onWaking } from "./waking";

export type Place = Pick<Desk, "eventId" | "mark" | "join" | "meet"> & { slug: string };
type Told = (entry: Entry, fate: Fate) => void;

/** How long a form waits for the server before it says that its words are kept. */
const answerMs = 2_500;

/** One event's unsent work of the person at this phone: keeps it, shows it, sends it when the network is back. */
export class Outbox {
  entries: readonly Entry[] = [];
  /** Things wait here for longer than a moment. */
  stalled = false;
  private readonly sender: Sender;
  private readonly awaited = new Set<string>();
  private readonly listeners = new Set<Told>();
  private readonly tabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(channelName);
  private readonly patience = new Patience(() => void this.send());
  private sending = false;
  private again = false;

  constructor(
    private readonly place: Place,
    readonly shelf: Shelf,
    private readonly changed: () => void,
  ) {
    this.sender = new Sender({ ...place, shelf, post, tell: (entry, fate) => void this.tell(entry, fate) });
    this.tabs?.addEventListener("message", ({ data }: MessageEvent<{ entry: Entry; fate: Fate } | null>) => {
      void (data ? this.hear(data.entry, data.fate) : this.show());
    });
    onWaking(this.wake);
  }

  async start() {
    await this.shelf.forgetOld();
    await this.show();
    void this.send();
  }

  /** Keeps it and sends it. */
  async put(kind: Kind, about: string, values: Values): Promise<Entry> {
    const entry = await this.shelve(kind, about, values);
    await this.show();
    this.tabs?.postMessage(null);
    void this.send();
    return entry;
  }

  /**
   * The same for one who waits: answers what became of it, or that it is kept, when that takes longer than a moment.
   * What is refused at once is not kept here: whoever waits for it has the words.
   */
  async keep(kind: Kind, about: string, values: Values): Promise<Fate & { entry: Entry }> {
    const entry = await this.shelve(kind, about, values);
    const fate = this.fateOf(entry);
    await this.show();
    void this.send();
    return { ...(await fate), entry };
  }

  async drop({ seq }: Entry) {
    await this.shelf.remove(seq);
    await this.show();
    this.tabs?.postMessage(null);
  }

  /** Told of everything that becomes of entries, in this tab or another. */
  listen(told: Told) {
    this.listeners.add(told);
    return () => void this.listeners.delete(told);
  }

  /** Reads the shelf again: another tab wrote there, or another person is here now. */
  async show() {
    const mark = this.place.mark();
    const all = await this.shelf.of(this.place.eventId);
    this.entries = all.filter((entry) => entry.mark === null || entry.mark === mark);
    if (this.entries.every(({ no }) => no !== null)) this.stalled = false;
    this.changed();
  }

  async send(): Promise<void> {
    this.again = this.sending;
    if (this.sending) return;
    this.sending = true;
    const rest = await this.drain().catch(() => 0);
    this.sending = false;
    if (rest !== null) this.stalled = true;
    await this.show();
    // something was put here while the last thing was under way
    if (this.again && rest === null) return this.send();
    this.patience.plan(rest);
  }

  private shelve(kind: Kind, about: string, values: Values) {
    const { eventId, slug, mark } = this.place;
    return this.shelf.put({ eventId, slug, mark: mark(), kind, about, values });
  }

  private async drain() {
    const held = this.patience.held();
    if (held <= 0 && navigator.onLine) return alone(this.shelf, () => this.sender.drain());
    const waiting = this.entries.filter(({ no }) => no === null);
    for (const entry of waiting) await this.tell(entry, { is: "kept" });
    return waiting.length > 0 ? Math.max(held, 0) : null;
  }

  /** Tries again now; where the server asked for rest, after it. */
  readonly wake = () => {
    this.patience.reset();
    void this.send();
  };

  private async tell(entry: Entry, fate: Fate) {
    this.tabs?.postMessage({ entry, fate });
    await this.hear(entry, fate);
  }

  private async hear(entry: Entry, fate: Fate) {
    if (fate.is === "refused" && this.awaited.delete(entry.id)) await this.shelf.remove(entry.seq);
    if (fate.is === "kept") this.stalled = true;
    for (const told of this.listeners) told(entry, fate);
    await this.show();
  }

  private fateOf({ id }: Entry) {
    this.awaited.add(id);
    return new Promise<Fate>((done) => {
      const timer = setTimeout(() => {
        this.stalled = true;
        void this.show();
        answer({ is: "kept" });
      }, answerMs);
      const stop = this.listen((entry, fate) => entry.id === id && answer(fate));
      const answer = (fate: Fate) => {
        clearTimeout(timer);
        stop();
        this.awaited.delete(id);
        done(fate);
      };
    });
  }
}
