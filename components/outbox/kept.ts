import type { ComponentType } from "react";
import type { Store } from "@/components/live/store";
import type { Entry, Fate, Kind, Values } from "./entry";
import type { KeptListProps } from "./kept-list";
import { openShelf } from "./load";
import type { Outbox } from "./outbox";

const none: readonly Entry[] = [];
type Told = (entry: Entry, fate: Fate) => void;

/**
 * An event's unsent work as pages see it. The outbox itself and the list that shows it come after the page is painted,
 * and before they are needed: on a dead network no code comes any more.
 */
export class Kept {
  entries = none;
  /** Things wait for longer than a moment: time to say so. */
  stalled = false;
  List: ComponentType<KeptListProps> | null = null;
  private opening: Promise<Outbox> | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly told = new Set<Told>();

  constructor(private readonly store: Store) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Told of everything that becomes of entries. */
  listen(told: Told) {
    this.told.add(told);
    return () => void this.told.delete(told);
  }

  open(): Promise<Outbox> {
    this.opening ??= this.load();
    this.opening.catch(() => {
      this.opening = null;
    });
    return this.opening;
  }

  async keep(kind: Kind, about: string, values: Values) {
    return (await this.open()).keep(kind, about, values);
  }

  async put(kind: Kind, about: string, values: Values) {
    return (await this.open()).put(kind, about, values);
  }

  async drop(entry: Entry) {
    await (await this.open()).drop(entry);
  }

  /** The network may be back, or another person here: looks at the shelf again and sends. */
  async wake() {
    const outbox = await this.opening;
    await outbox?.show();
    outbox?.wake();
  }

  private async load() {
    const [{ Outbox: Opened }, { KeptList }] = await Promise.all([import("./outbox"), import("./kept-list")]);
    this.List = KeptList;
    const { place, outbox: dots } = this.store;
    const mark = () => this.store.state.ballot.member?.mark ?? null;
    const meet = async () => void (await dots.learnMe());
    const join = () => dots.introduction.join();
    const outbox = new Opened({ eventId: place.eventId, slug: place.slug, mark, meet, join }, await openShelf(), () => {
      this.entries = outbox.entries;
      this.stalled = outbox.stalled;
      for (const listener of this.listeners) listener();
    });
    outbox.listen((entry, fate) => {
      for (const told of this.told) told(entry, fate);
    });
    await outbox.start();
    return outbox;
  }
}

const known = new WeakMap<Store, Kept>();

/** One for each store. */
export function keptOf(store: Store) {
  const kept = known.get(store) ?? new Kept(store);
  known.set(store, kept);
  return kept;
}
