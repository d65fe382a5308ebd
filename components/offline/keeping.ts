import type { Store } from "@/components/live/store";
import { type Gone, goneChannel, type Keeper, nobody } from "@/lib/offline/rules";
import { announce, forgetHere, forgetWhatWasAnothers } from "./forget";
import { keptAt } from "./kept-at";
import { lastBoard, sameBoard } from "./kept-board";
import { dayOf, lookNow } from "./kept-day";
import { stillMine } from "./still-mine";
import { type Timer, Timers } from "./timers";
import { isSparing, tellWorker } from "./worker";

const boardEveryMs = 15_000;
const checkSpreadMs = 1_500;
const afterWriteMs = 2_000;
const goneMs = 500;

/** Keeps one event on this phone while a page of it is open, and lets it go when it is not this person's any more. */
export class Keeping {
  private readonly gone = new BroadcastChannel(goneChannel);
  private readonly unsubscribe: () => void;
  private isOld = keptAt() !== null;
  private connection: string;
  private look = lookNow();
  private boardDue: Timer | null = null;
  private checkDue: Timer | null = null;
  private readonly timers = new Timers();

  constructor(
    private readonly store: Store,
    private keeper: Keeper,
    private readonly refresh: () => void,
  ) {
    this.connection = store.state.connection;
    this.unsubscribe = store.subscribe(() => this.follow());
    this.gone.addEventListener("message", this.hear);
    document.addEventListener("visibilitychange", this.turn);
    addEventListener("online", this.wake);
    navigator.serviceWorker.addEventListener("controllerchange", this.keepAgain);
    void this.begin();
  }

  end() {
    this.unsubscribe();
    this.gone.close();
    document.removeEventListener("visibilitychange", this.turn);
    removeEventListener("online", this.wake);
    navigator.serviceWorker.removeEventListener("controllerchange", this.keepAgain);
    this.timers.clear();
  }

  /** Another page is shown, or the same one after something was written or chosen. */
  visit(path: string, isNew: boolean) {
    const look = lookNow();
    if (look !== this.look) this.timers.later(afterWriteMs, () => this.keepAll(0));
    else if (isNew) this.timers.later(afterWriteMs, () => this.keep([path, `/e/${this.store.place.slug}/stars`], 0));
    else this.keep([path]);
    this.look = look;
  }

  private async begin() {
    forgetWhatWasAnothers(this.keeper.person);
    if (this.isOld) await this.showLastBoard();
    this.keepAll();
    this.wake();
  }

  /** Again for the worker of a newer build, which has nothing yet. */
  private readonly keepAgain = () => this.keepAll();

  private keepAll(olderThanMs?: number) {
    const here = [location.pathname];
    if (isSparing()) this.keep(here);
    else this.keep([...here, ...dayOf(this.store)], olderThanMs, true);
  }

  private keep(paths: string[], olderThanMs?: number, whole = false) {
    const { slug } = this.store.place;
    void tellWorker({ kind: "keep", slug, paths, whole, ...(olderThanMs !== undefined && { olderThanMs }) });
  }

  private async showLastBoard() {
    const last = await lastBoard(this.store.place.slug);
    if (last) this.store.offer(last.snapshot, last.ballot);
    if (isHeard(this.store.state.connection) && this.store.state.connection !== this.connection) return;
    this.store.set({ connection: "offline", heardAt: Math.max(this.store.state.heardAt, last?.heardAt ?? 0) });
  }

  /** The page was as old as it was kept; now there is a server to ask. */
  private follow() {
    const { connection } = this.store.state;
    if (connection !== this.connection) {
      if (this.isOld && isHeard(connection)) this.refresh();
      if (isHeard(connection)) this.isOld = false;
      this.connection = connection;
      this.wake();
    }
    this.boardDue ??= this.timers.later(boardEveryMs, () => this.keepBoard());
  }

  private keepBoard() {
    this.boardDue = null;
    const { snapshot, ballot, heardAt, connection } = this.store.state;
    if (!isHeard(connection) || sameBoard(snapshot, ballot)) return;
    const { keeper, store } = this;
    void tellWorker({ kind: "board", slug: store.place.slug, keeper, board: { snapshot, ballot, heardAt } });
  }

  private readonly turn = () => {
    if (document.visibilityState === "visible") return this.wake();
    this.keepBoard();
    this.keep([location.pathname], 60_000);
  };

  /** A hall may have the same reason at the same moment. */
  private readonly wake = () => {
    this.checkDue ??= this.timers.later(Math.random() * checkSpreadMs, () => {
      this.checkDue = null;
      void this.check();
    });
  };

  private async check() {
    const { slug } = this.store.place;
    const verdict = await stillMine(slug, this.keeper);
    if (!verdict) return;
    if ("gone" in verdict) return this.leave(verdict.gone);
    if ("forbidden" in verdict) return void tellWorker({ kind: "forget", slug });
    if (verdict.keeper.person === this.keeper.person) return;
    // a visitor has joined
    this.keeper = verdict.keeper;
    this.keepAll(0);
  }

  private async leave(gone: Gone) {
    // a guest may have become a person meanwhile: what waits to be sent knows its member by a mark
    const withWrites = gone.now === null || gone.now === nobody;
    await forgetHere(gone.slug === null ? null : this.store.place, withWrites).catch(() => {});
    announce(gone);
    location.reload();
  }

  private readonly hear = ({ data }: MessageEvent<Gone>) => {
    const isAnothers = this.keeper.person !== nobody && this.keeper.person !== data.now;
    if (data.slug === null ? isAnothers : data.slug === this.store.place.slug)
      // not at once: this very page may be on its way to where it was noticed
      this.timers.later(goneMs, () => location.reload());
  };
}

const isHeard = (connection: string) => connection === "live" || connection === "polling";
