import { applyFrame, type Ballot, type Frame, type Snapshot } from "@/lib/live/feed";
import { firstOffset } from "./clock";
import { Contact } from "./contact";
import { Outbox } from "./outbox";
import type { LiveState } from "./state";

/** Where a store asks, and as whom: `wallKey` opens the wall, `hall` sees what the hall sees whoever asks. */
export type Place = { slug: string; eventId: string; wallKey: string | null; hall: boolean };

/** No frame is this late on a socket that lives. */
const strangeMs = 40_000;

/** One event's board on this phone: what the server said, and the member's own dots on top of it. */
export class Store {
  state: LiveState;
  /** What was rendered on the server; hydration must see the same. */
  readonly first: LiveState;
  readonly outbox: Outbox;
  /** How often topics came, went or took one another in: their dots may have moved each time. */
  reshaped = 0;
  private readonly contact: Contact;
  private readonly listeners = new Set<() => void>();
  private users = 0;

  constructor(
    readonly place: Place,
    snapshot: Snapshot,
    ballot: Ballot,
  ) {
    const clockOffset = firstOffset(Date.parse(snapshot.now));
    const quiet = { pending: {}, refusal: null, connection: "polling" as const };
    this.state = { snapshot, ballot, ...quiet, heardAt: Date.parse(snapshot.now), clockOffset };
    this.first = this.state;
    this.outbox = new Outbox(this);
    this.contact = new Contact(this);
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  set(change: Partial<LiveState>) {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  /** The first page that shows the event starts the contact, the last one ends it. */
  use() {
    this.users += 1;
    if (this.users === 1) {
      this.contact.open();
      this.outbox.restore();
    }
    return () => {
      this.users -= 1;
      if (this.users === 0) this.contact.close();
    };
  }

  /** What a page was rendered with; it may come out of the browser's memory, older than what is known. */
  offer(snapshot: Snapshot, ballot: Ballot) {
    if (snapshot.seq > this.state.snapshot.seq) this.set({ snapshot, ballot });
  }

  /** What a page was rendered with anew, after a form was sent. */
  replace(snapshot: Snapshot, ballot: Ballot) {
    this.show(snapshot);
    this.set({ ballot });
  }

  show(snapshot: Snapshot) {
    const old = this.state.snapshot;
    if (snapshot.seq < old.seq) return;
    this.set({ snapshot });
    if (!this.state.ballot.member || !isReshaped(old, snapshot)) return;
    this.reshaped += 1;
    if (Object.keys(this.state.ballot.dots).length > 0) this.contact.recount();
  }

  /** Nothing changed since `asked`, says a hub, whose frames continue it from now on. */
  confirm(asked: Snapshot, hub: string) {
    if (this.state.snapshot === asked && asked.hub !== hub) this.set({ snapshot: { ...asked, hub } });
  }

  receive(frame: Frame) {
    const next = applyFrame(this.state.snapshot, frame);
    if (next === "gap") return this.contact.refetch();
    this.hearOfClock(frame);
    this.show(next);
  }

  /** Where the board is asked for, and what is known of it already. */
  boardPath() {
    const { slug, wallKey, hall } = this.place;
    const query = new URLSearchParams({ since: String(this.state.snapshot.seq) });
    if (this.state.snapshot.hub) query.set("hub", this.state.snapshot.hub);
    if (wallKey) query.set("wall", wallKey);
    if (hall) query.set("as", "hall");
    return `e/${slug}/board?${query}`;
  }

  readonly tryNow = () => this.contact.tryNow();

  /** A phone whose clock was put right meanwhile asks for the server's again. */
  private hearOfClock(frame: Frame) {
    const heardAt = Date.now() + this.state.clockOffset;
    this.set({ heardAt });
    if ("now" in frame && Math.abs(Date.parse(frame.now) - heardAt) > strangeMs) this.contact.refetch();
  }

  /** The server answered something: whoever believed to be offline is not. */
  hear() {
    if (this.state.connection === "offline" || this.state.connection === "waiting") this.contact.refetch();
  }

  /** The server's word is due, after a refusal. */
  doubt() {
    this.contact.recount();
    this.contact.refetch();
  }
}

/** A topic that went away or took another in may have moved this member's dots. */
function isReshaped(old: Snapshot, next: Snapshot) {
  const shape = (snapshot: Snapshot) => new Map(snapshot.topics.map(({ id, merged }) => [id, merged.length]));
  const [before, after] = [shape(old), shape(next)];
  return [...before].some(([id, merged]) => after.get(id) !== merged);
}

const stores = new Map<string, Store>();

/** The store of an event: one in a browser, a fresh one for each request on the server. */
export function storeOf(place: Place, snapshot: Snapshot, ballot: Ballot) {
  if (typeof window === "undefined") return new Store(place, snapshot, ballot);
  const key = JSON.stringify(place);
  const known = stores.get(key) ?? new Store(place, snapshot, ballot);
  stores.set(key, known);
  return known;
}
