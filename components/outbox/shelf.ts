import type { IDBPDatabase } from "idb";
import { mergeNotes } from "@/lib/note/rules";
import { type Draft, type Entry, type No, newKey, type Values } from "./entry";
import { openRooms, type Rooms } from "./rooms";

/** A session ends after 7 days; nobody can send what is older. */
const keptMs = 8 * 24 * 60 * 60_000;

/** What waits on this phone, in IndexedDB. Every method is one transaction: tabs may call them at the same time. */
export class Shelf {
  private opened: Promise<IDBPDatabase<Rooms>> | null = null;

  constructor(private readonly name = "twofeet") {}

  /** Of all persons, in order. */
  async of(eventId: string): Promise<Entry[]> {
    return (await this.db()).getAllFromIndex("entries", "event", eventId);
  }

  async count() {
    return (await this.db()).count("entries");
  }

  /** Values are absolute, so a newer one takes the place of one that certainly has not been sent. */
  async put(draft: Draft): Promise<Entry> {
    const tx = (await this.db()).transaction("entries", "readwrite");
    const all = await tx.store.index("event").getAll(draft.eventId);
    const same = draft.kind === "pitch" ? [] : all.filter((one) => isAboutTheSame(one, draft));
    for (const { seq } of same.filter(({ no }) => no !== null)) await tx.store.delete(seq);
    const replaced = same.findLast(({ no, tried }) => no === null && !tried);
    const fresh = { id: newKey(), tried: false, no: null, ...replaced, ...draft, at: Date.now() };
    const seq = await tx.store.put(fresh as Entry);
    await tx.done;
    return { ...fresh, seq };
  }

  /** Fixes the words of an entry before they go out; answers it as it stands, or nothing when it does not wait. */
  async lift(seq: number): Promise<Entry | null> {
    return this.edit(seq, (entry) => (entry.no === null ? { ...entry, tried: true } : null));
  }

  async refuse(seq: number, no: No) {
    await this.edit(seq, (entry) => ({ ...entry, no }));
  }

  async remove(seq: number) {
    await (await this.db()).delete("entries", seq);
  }

  /** It is done. Notes typed after these began from what now stands, like those that are still being typed. */
  async settle(done: Entry, value: unknown) {
    const tx = (await this.db()).transaction("entries", "readwrite");
    await tx.store.delete(done.seq);
    const later = done.kind === "note" ? await tx.store.index("event").getAll(done.eventId) : [];
    for (const one of later.filter((other) => !other.tried && isAboutTheSame(other, done)))
      await tx.store.put({ ...one, values: rebased(one.values, done.values, value as Saved) });
    await tx.done;
  }

  /** A visitor has joined: what they did before is that member's. */
  async sign(eventId: string, mark: string) {
    const tx = (await this.db()).transaction("entries", "readwrite");
    const all = await tx.store.index("event").getAll(eventId);
    for (const one of all.filter((entry) => entry.mark === null)) await tx.store.put({ ...one, mark });
    await tx.done;
  }

  /** All of an event, or everything. */
  async forget(eventId?: string) {
    const tx = (await this.db()).transaction("entries", "readwrite");
    if (eventId === undefined) await tx.store.clear();
    else for (const seq of await tx.store.index("event").getAllKeys(eventId)) await tx.store.delete(seq);
    await tx.done;
  }

  async forgetOld(now = Date.now()) {
    const all = await (await this.db()).getAll("entries");
    for (const { seq } of all.filter(({ at }) => at < now - keptMs)) await this.remove(seq);
  }

  /** Whether `holder` is the one who may, until then. */
  async lease(name: string, holder: string, until: number) {
    const tx = (await this.db()).transaction("lease", "readwrite");
    const held = await tx.store.get(name);
    const mine = !held || held.holder === holder || held.until < Date.now();
    if (mine) await tx.store.put({ name, holder, until });
    await tx.done;
    return mine;
  }

  /** Opened anew where it was thrown away as a whole: by another tab in which somebody left. */
  private db() {
    const shut = () => {
      this.opened = null;
    };
    this.opened ??= openRooms(this.name, shut);
    this.opened.catch(shut);
    return this.opened;
  }

  private async edit(seq: number, change: (entry: Entry) => Entry | null) {
    const tx = (await this.db()).transaction("entries", "readwrite");
    const entry = await tx.store.get(seq);
    const changed = entry ? change(entry) : null;
    if (changed) await tx.store.put(changed);
    await tx.done;
    return changed;
  }
}

const isAboutTheSame = (a: Draft, b: Draft) => a.kind === b.kind && a.about === b.about && a.mark === b.mark;

type Saved = { body: string; rev: number };

function rebased(later: Values, sent: Values, { body, rev }: Saved): Values {
  const [typed = "", base = ""] = [later.body, sent.body];
  return { ...later, baseRev: String(rev), body: base === body ? typed : mergeNotes(typed, base, body) };
}
