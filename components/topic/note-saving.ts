import { type FormState, idle } from "@/lib/web/form-state";

export type Save = (previous: FormState, form: FormData) => Promise<FormState>;
type Saved = { body: string; rev: number; merged: boolean };
type Shown = {
  text: string;
  status: "rest" | "waits" | "sends" | "saved" | "merged" | "offline";
  refused: FormState;
};

const pauseMs = 1_200;
const againMs = 5_000;

/**
 * Saves notes when the typing pauses, one save at a time. What others wrote meanwhile comes back merged, and what
 * was typed during the save is laid on top of it. Without a network it tries again until it is through.
 */
export class NoteSaving {
  shown: Shown;
  private base: string;
  private sending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly topicId: string,
    body: string,
    public rev: number,
    private readonly save: Save,
  ) {
    this.base = body;
    this.shown = { text: body, status: "rest", refused: idle };
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
    if (rev <= this.rev || this.sending || this.shown.text !== this.base) return;
    this.base = body;
    this.rev = rev;
    this.show({ text: body, status: "rest" });
  }

  private plan(ms: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), ms);
  }

  private async send() {
    if (this.sending || this.shown.text === this.base) return;
    this.sending = true;
    this.show({ status: "sends" });
    const sent = this.shown.text;
    const answer = await this.save(idle, this.form(sent)).catch(() => null);
    this.sending = false;
    if (answer?.status === "done") return this.settle(sent, answer.value as Saved);
    if (answer?.status === "refused") return this.show({ refused: answer, status: "rest" });
    this.show({ status: "offline" });
    this.plan(againMs);
  }

  private async settle(sent: string, { body, rev, merged }: Saved) {
    const typed = this.shown.text;
    const text = typed === sent ? body : await onTop(typed, sent, body);
    this.base = body;
    this.rev = rev;
    this.show({ text, status: merged ? "merged" : "saved", refused: idle });
    if (text !== body) this.plan(pauseMs);
  }

  private form(body: string) {
    const form = new FormData();
    form.set("topicId", this.topicId);
    form.set("body", body);
    form.set("baseRev", String(this.rev));
    return form;
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
