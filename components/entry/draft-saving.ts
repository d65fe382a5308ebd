import type { FormState } from "@/lib/web/form-state";

import { isSame, KeptDraft, type Shelf, type Values } from "./kept-draft";

/** Where a draft is typed, kept and sent. */
export type Desk = {
  /** Null in a browser that keeps nothing. */
  storage: Shelf | null;
  read: () => Values;
  fill: (values: Values) => void;
  send: (values: Values) => Promise<FormState>;
  /** The newest revision, as the page knows it. */
  head: () => { no: number; texts: Values };
  /** The page should look again what stands now. */
  refresh: () => void;
};
type Saved = { no: number; merged: boolean } & Values;
type Shown = {
  /** The revision that the writer began from. */
  base: number;
  status: "rest" | "typed" | "kept" | "unkept" | "sends" | "offline";
  answer: FormState | null;
  cameBack: boolean;
};

const pauseMs = 400;
const againMs = 8_000;

/**
 * Keeps what is typed in this browser whenever the typing pauses, until the server has it. What could not be sent is
 * sent again by itself. Whoever saved meanwhile keeps every word; the text then becomes what both made of it.
 */
export class DraftSaving {
  shown: Shown;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly draft: KeptDraft;
  private again: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    key: string,
    base: number,
    private readonly desk: Desk,
  ) {
    this.draft = new KeptDraft(desk.storage, key);
    this.shown = { base, status: "rest", answer: null, cameBack: false };
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Brings back what was typed before a reload. */
  open() {
    const kept = this.draft.read();
    if (!kept || isSame(kept.values, this.desk.read())) return this.draft.forget();
    this.desk.fill(kept.values);
    this.show({ base: kept.base, cameBack: true, status: "kept" });
  }

  close() {
    if (this.shown.status === "typed") this.keep();
    clearTimeout(this.timer);
    clearTimeout(this.again);
  }

  readonly type = () => {
    if (this.shown.status !== "sends") this.show({ status: "typed" });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), pauseMs);
  };

  readonly keep = () => {
    const isKept = this.draft.write({ base: this.shown.base, values: this.desk.read() });
    if (this.shown.status === "typed") this.show({ status: isKept ? "kept" : "unkept" });
  };

  readonly throwAway = () => {
    const { no, texts } = this.desk.head();
    this.desk.fill(texts);
    this.draft.forget();
    this.show({ base: no, cameBack: false, status: "rest", answer: null });
  };

  readonly save = async () => {
    if (this.shown.status === "sends") return;
    clearTimeout(this.again);
    clearTimeout(this.timer);
    this.keep();
    this.show({ status: "sends" });
    const values = this.desk.read();
    try {
      const answer = await this.desk.send({ ...values, base: String(this.shown.base) });
      this.hear(answer, values);
    } catch {
      this.show({ status: "offline" });
      this.again = setTimeout(this.save, againMs);
    }
  };

  /** The network is back. */
  readonly wake = () => {
    if (this.shown.status === "offline") void this.save();
  };

  private hear(answer: FormState, sent: Values) {
    if (answer.status === "done") return this.settle(answer, sent);
    const isConflict = answer.status === "refused" && answer.reason === "entry-conflict";
    this.show({ status: "rest", answer, ...(isConflict && { base: Number(answer.about.no) }) });
    this.keep();
    if (isConflict) this.desk.refresh();
  }

  private settle(answer: FormState & { status: "done" }, sent: Values) {
    const { no, merged, title = "", summary = "", body = "" } = answer.value as Saved;
    const isTypedSince = !isSame(sent, this.desk.read());
    // what was typed since goes by the revision before: the next save merges it
    const base = merged && isTypedSince ? this.shown.base : no;
    if (!isTypedSince) this.desk.fill({ ...(merged && { title, summary, body }), message: "" });
    this.show({ base, status: isTypedSince ? "typed" : "rest", answer, cameBack: false });
    if (isTypedSince) this.keep();
    else this.draft.forget();
  }

  private show(change: Partial<Shown>) {
    this.shown = { ...this.shown, ...change };
    for (const listener of this.listeners) listener();
  }
}
