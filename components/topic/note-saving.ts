import type { Entry, Fate, No, Values } from "@/components/outbox/entry";

type Note = Pick<Entry, "kind" | "about" | "values">;

/** Where notes are kept until the server has them. */
export type Desk = {
  /** Keeps and sends them; answers what became of them where nothing can be kept and they were sent at once. */
  keep: (values: Values) => Promise<Fate | null>;
  /** Told of everything that becomes of this topic's notes, whenever and from whichever tab they were sent. */
  listen: (told: (entry: Note, fate: Fate) => void) => () => void;
};
type Saved = { body: string; rev: number; merged: boolean };
type Shown = { text: string; status: "rest" | "waits" | "sends" | "saved" | "merged" | "offline"; no: No | null };

const pauseMs = 1_200;
const againMs = 5_000;

/**
 * Saves notes when the typing pauses. They are kept on this phone first and sent from there; what others wrote
 * meanwhile comes back merged, and what was typed during the save is laid on top of it.
 */
export class NoteSaving {
  shown: Shown;
  private base: string;
  private waits = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly topicId: string,
    body: string,
    public rev: number,
    private readonly desk: Desk,
  ) {
    this.base = body;
    this.shown = { text: body, status: "rest", no: null };
  }

  /** Hears what becomes of the notes for as long as they are open. */
  open() {
    return this.desk.listen((entry, fate) => this.hear(entry, fate));
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  type(text: string) {
    this.show({ text, status: "waits" });
    this.plan(pauseMs);
  }

  /** What others saved, for one who has not typed anything of their own. */
  offer(body: string, rev: number) {
    if (rev <= this.rev || this.shown.text !== this.base) return;
    this.base = body;
    this.rev = rev;
    this.show({ text: body, status: "rest" });
  }

  /** What was typed here before a reload and is not with the server yet. */
  restore({ values: { body = "", baseRev }, no }: Entry) {
    if (this.shown.text !== this.base || body === this.base) return;
    this.rev = Number(baseRev);
    this.waits = no === null;
    this.show({ text: body, status: no ? "rest" : "offline", no });
  }

  private plan(ms: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), ms);
  }

  private async save() {
    if (this.shown.text === this.base && !this.waits) return;
    this.waits = true;
    this.show({ status: "sends", no: null });
    const { topicId, rev } = this;
    const values = { topicId, body: this.shown.text, baseRev: String(rev) };
    try {
      const fate = await this.desk.keep(values);
      if (fate) await this.hear({ kind: "note", about: topicId, values }, fate);
    } catch {
      this.show({ status: "offline" });
      this.plan(againMs);
    }
  }

  private async hear({ kind, about, values }: Note, fate: Fate) {
    if (kind !== "note" || about !== this.topicId) return;
    this.waits = fate.is === "kept";
    if (fate.is === "done") return this.settle(values.body ?? "", fate.value as Saved);
    if (fate.is === "refused") return this.show({ no: fate.no, status: "rest" });
    if (this.shown.text !== this.base) this.show({ status: "offline" });
  }

  private async settle(sent: string, { body, rev, merged }: Saved) {
    const typed = this.shown.text;
    const text = typed === sent || typed === this.base ? body : await onTop(typed, sent, body);
    this.base = body;
    this.rev = rev;
    this.show({ text, status: merged ? "merged" : "saved", no: null });
    if (text !== body) this.plan(pauseMs);
  }

  private show(change: Partial<Shown>) {
    this.shown = { ...this.shown, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** Lays what was typed since `base` onto what the others have made of it. */
async function onTop(typed: string, base: string, theirs: string) {
  if (theirs === base) return typed;
  const { mergeNotes } = await import("@/lib/note/rules");
  return mergeNotes(typed, base, theirs);
}
