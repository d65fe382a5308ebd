import type { Snapshot } from "@/lib/live/feed";
import { type Answer, call, retryAfter } from "./request";
import { openSocket, type Socket } from "./socket";
import type { Store } from "./store";

const pollMs = 4_000;
/** A restarted server has every phone back within ten seconds. */
const mostMs = 8_000;
/** How long a socket may try by itself while the server answers. */
const patienceMs = 6_000;
/** How long a socket that woke up with the phone may only claim to be open. */
const doubtMs = 15_000;

/**
 * The ladder: socket, else polling, slower with every failure, honouring Retry-After. After everything that may have
 * lost a frame (sleep, a tab switch, a dead network) the board is fetched again.
 */
export class Contact {
  private socket: Socket | null = null;
  private isSubscribed = false;
  private spreadMs = 0;
  private doubtUntil = 0;
  private failures = 0;
  private lostAt = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private due = 0;
  private isOpen = false;

  constructor(private readonly store: Store) {}

  open() {
    this.isOpen = true;
    this.lostAt = Date.now();
    document.addEventListener("visibilitychange", this.wake);
    for (const name of wakers) addEventListener(name, this.wake);
    addEventListener("offline", this.lose);
    this.plan(pollMs);
    // without the code of the sockets the phone polls; the next page tries again
    this.openSocket().catch(() => {});
  }

  close() {
    this.isOpen = false;
    document.removeEventListener("visibilitychange", this.wake);
    for (const name of wakers) removeEventListener(name, this.wake);
    removeEventListener("offline", this.lose);
    if (this.timer) clearTimeout(this.timer);
    this.socket?.close();
    this.socket = null;
    this.isSubscribed = false;
  }

  /** Asks for the board after a jitter: a whole hall may have the same reason at the same moment. */
  refetch() {
    this.plan(Math.random() * this.spreadMs);
  }

  /** Asks for the own ballot after the same jitter. */
  recount() {
    setTimeout(() => void this.store.outbox.learnMe(), Math.random() * this.spreadMs);
  }

  private async openSocket() {
    const socket = await openSocket(this.store, {
      subscribed: (spreadMs) => {
        this.spreadMs = spreadMs;
        this.isSubscribed = true;
        this.store.set({ connection: "live" });
        this.refetch();
      },
      lost: () => {
        if (this.isSubscribed) this.lostAt = Date.now();
        this.isSubscribed = false;
        this.store.set({ connection: "polling" });
        this.plan(Math.random() * pollMs);
      },
    });
    if (this.isOpen) this.socket = socket;
    else socket?.close();
  }

  private readonly wake = (woken: globalThis.Event) => {
    const isFirstShow = woken.type === "pageshow" && !(woken as PageTransitionEvent).persisted;
    if (isFirstShow || document.visibilityState === "hidden") return;
    this.doubtUntil = Date.now() + doubtMs;
    this.failures = 0;
    this.plan(Math.random() * 300);
    if (this.store.state.ballot.member) this.recount();
    void this.store.outbox.send();
  };

  private readonly lose = () => this.store.set({ connection: "offline" });

  /** One fetch at a time is planned, the earliest asked for. */
  private plan(inMs: number) {
    const at = Date.now() + inMs;
    if (this.timer && this.due <= at) return;
    if (this.timer) clearTimeout(this.timer);
    this.due = at;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.fetchNow();
    }, inMs);
  }

  private async fetchNow() {
    const { place, state } = this.store;
    const query = new URLSearchParams({ since: String(state.snapshot.seq) });
    if (place.wallKey) query.set("wall", place.wallKey);
    if (place.hall) query.set("as", "hall");
    const asked = Date.now();
    const answer = await call(`e/${place.slug}/board?${query}`);
    if (!this.isOpen) return;
    if (answer && (answer.ok || answer.status === 304)) await this.hear(answer, asked);
    else this.fail();
    const slower = Math.min(pollMs * 2 ** this.failures, mostMs) * (0.7 + Math.random() * 0.6);
    const isNeeded = !this.isSubscribed || this.failures > 0 || Date.now() < this.doubtUntil;
    if (isNeeded) this.plan(Math.max(slower, retryAfter(answer)));
  }

  private async hear(answer: Answer, asked: number) {
    const now = Date.now();
    const snapshot = answer.ok ? ((await answer.json()) as Snapshot) : null;
    this.failures = 0;
    const clockOffset = Number(answer.headers.get("x-now")) + (now - asked) / 2 - now;
    const connection = this.isSubscribed ? "live" : "polling";
    this.store.set({ heardAt: now, clockOffset, connection });
    if (snapshot) this.store.show(snapshot);
    if (!this.isSubscribed && now - this.lostAt > patienceMs) {
      this.lostAt = now;
      this.socket?.hurry();
    }
  }

  private fail() {
    this.failures = Math.min(this.failures + 1, 5);
    if (!this.isSubscribed) this.store.set({ connection: "offline" });
  }
}

const wakers = ["online", "pageshow", "focus"] as const;
