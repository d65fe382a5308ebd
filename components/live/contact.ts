import type { Snapshot } from "@/lib/live/feed";
import { Appointment } from "./appointment";
import { rememberOffset } from "./clock";
import { noTrouble, pauseMs, pollMs, silence, type Trouble } from "./pace";
import { type Answer, call, listenToCalls, retryAfter } from "./request";
import { beRefused, comeBack } from "./return";
import type { Store } from "./store";
import { listenForWaking } from "./wakers";
import { Wire } from "./wire";

/** How long a socket that woke up with the phone may only claim to be open. */
const doubtMs = 15_000;
/** Another process than the socket's may answer, and be behind it for a moment: a new socket's board is asked for twice. */
const laggardMs = 4_000;
const patienceMs = 5_000;
/** An ask may hang on a dead connection; another one does not wait for it, up to so many. */
const mostAsking = 4;
const unwelcome = [401, 403, 404, 410];

/**
 * The ladder: socket, else polling, slower with every failure, honouring Retry-After, else the banner with its button.
 * After everything that may have lost a frame (sleep, a tab switch, a dead network) the board is fetched again.
 */
export class Contact {
  private readonly wire: Wire;
  private readonly next = new Appointment(() => void this.ask());
  private trouble: Trouble = noTrouble;
  private doubtUntil = 0;
  private asking = 0;
  private heardOfAsk = 0;
  private isOpen = false;
  private stopListening: (() => void)[] = [];

  constructor(private readonly store: Store) {
    this.wire = new Wire(store, {
      opened: () => {
        this.doubtUntil = Math.max(this.doubtUntil, Date.now() + this.wire.spreadMs + laggardMs);
        this.store.set({ connection: "live" });
        this.refetch();
      },
      lost: () => {
        const connection = this.trouble.isSilent ? "offline" : "polling";
        if (this.store.state.connection === "live") this.store.set({ connection });
        this.next.within(Math.random() * pollMs);
      },
    });
  }

  open() {
    this.isOpen = true;
    const ears = { slow: this.doubt, silent: () => this.wire.prove() };
    this.stopListening = [listenForWaking(this.wake, this.lose), listenToCalls(ears)];
    this.next.within(pollMs);
    // without the code of the sockets the phone polls; the next page tries again
    this.wire.open().catch(() => {});
  }

  close() {
    this.isOpen = false;
    for (const stop of this.stopListening) stop();
    this.next.cancel();
    this.wire.close();
  }

  /** Asks for the board after a jitter: a whole hall may have the same reason at the same moment. */
  refetch() {
    if (this.isOpen) this.next.within(Math.random() * this.wire.spreadMs);
  }

  /** Asks for the own ballot after the same jitter. */
  recount() {
    setTimeout(() => void this.store.outbox.learnMe(), Math.random() * this.wire.spreadMs);
  }

  /** Somebody wants to know now. */
  async tryNow() {
    await this.ask(true);
    void this.store.outbox.send();
  }

  /** A call hangs, maybe one of a whole hall's. */
  private readonly doubt = () => {
    this.wire.prove();
    if (this.asking === 0) this.next.within(Math.random() * 1_000);
  };

  private readonly wake = () => {
    this.doubtUntil = Date.now() + doubtMs;
    this.trouble = { ...this.trouble, failures: 0 };
    this.wire.prove();
    this.next.within(Math.random() * 300);
    if (this.store.state.ballot.member) this.recount();
    void this.store.outbox.send();
  };

  private readonly lose = () => {
    this.trouble = { ...this.trouble, isSilent: true, failures: this.trouble.failures + 1 };
    this.store.set({ connection: "offline" });
    this.next.within(pauseMs(this.trouble));
  };

  private async ask(isWanted = false) {
    const asked = Date.now();
    if (this.asking >= mostAsking && !isWanted) return;
    this.asking += 1;
    const known = this.store.state.snapshot;
    const another = setTimeout(() => this.next.within(0), pauseMs(silence));
    const answer = await call(this.store.boardPath(), "GET", undefined, patienceMs);
    clearTimeout(another);
    this.asking -= 1;
    if (!this.isOpen || (answer === null && asked < this.heardOfAsk)) return;
    if (answer && unwelcome.includes(answer.status)) return this.leave();
    if (answer?.ok || answer?.status === 304) await this.hear(answer, asked, known);
    else this.fail(answer);
    const isNeeded = !this.wire.isOpen || this.trouble.failures > 0 || Date.now() < this.doubtUntil;
    // whoever comes back to a hidden page wakes it
    if (!isNeeded || document.visibilityState !== "visible") return;
    const restMs = this.trouble.failures > 0 ? Number.POSITIVE_INFINITY : this.wire.restMs;
    this.next.within(Math.min(pauseMs(this.trouble), restMs));
  }

  private async hear(answer: Answer, asked: number, known: Snapshot) {
    const now = Date.now();
    const heardAt = Number(answer.headers.get("x-now")) + (now - asked) / 2;
    const wasSilent = this.store.state.connection === "offline";
    this.trouble = noTrouble;
    this.heardOfAsk = asked;
    rememberOffset(heardAt - now);
    this.store.set({ heardAt, clockOffset: heardAt - now, connection: this.wire.isOpen ? "live" : "polling" });
    const hub = answer.headers.get("x-hub");
    if (answer.ok) this.store.show((await answer.json()) as Snapshot);
    else if (hub) this.store.confirm(known, hub);
    if (wasSilent) comeBack(this.store, asked);
    this.wire.hurry(wasSilent);
  }

  private fail(answer: Answer | null) {
    const waitMs = retryAfter(answer);
    this.trouble = { failures: this.trouble.failures + 1, isSilent: answer === null, waitMs };
    this.next.notWithin(waitMs);
    if (this.wire.isOpen) return this.wire.prove();
    this.store.set({ connection: answer === null ? "offline" : "waiting" });
  }

  /** This phone may not look any more: it says so, stops asking, and lets go of what it kept. */
  private leave() {
    this.close();
    beRefused(this.store);
  }
}
