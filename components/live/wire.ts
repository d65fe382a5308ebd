import { openSocket, type Socket } from "./socket";
import type { Store } from "./store";

/**
 * How long a socket may try by itself while the server answers, different for every phone of a hall; doubled each time.
 * Enough for a handshake on a bad network, and short enough to be back soon after a restart.
 */
const patienceMs = () => 2_500 + Math.random() * 2_500;
/** Once hurried it is left alone for longer: a server to which a whole hall comes back takes its time. */
const leastAgainMs = 12_000;
const mostPatienceMs = 5 * 60_000;

type Heard = { opened: () => void; lost: () => void };

/** The upper rung of the ladder: the socket, if there is one, and whether it can be believed. */
export class Wire {
  isOpen = false;
  /** How far phones should spread what all of them do. */
  spreadMs = 0;
  private socket: Socket | null = null;
  private isWanted = false;
  private lostAt = 0;
  private patience = patienceMs();

  constructor(
    private readonly store: Store,
    private readonly heard: Heard,
  ) {}

  async open() {
    this.isWanted = true;
    this.lostAt = Date.now();
    const socket = await openSocket(this.store, {
      subscribed: (spreadMs) => {
        this.spreadMs = spreadMs;
        this.isOpen = true;
        this.patience = patienceMs();
        this.heard.opened();
      },
      lost: () => this.lost(),
    });
    if (this.isWanted) this.socket = socket;
    else socket?.close();
  }

  close() {
    this.isWanted = false;
    this.isOpen = false;
    this.socket?.close();
    this.socket = null;
  }

  /** A socket that claims to be open has to show it. */
  prove() {
    if (this.isOpen) this.socket?.prove();
  }

  /** The server answers, so a socket that is still away tries again; at once after silence. */
  hurry(atOnce: boolean) {
    if (this.isOpen || !(atOnce || this.restMs <= 0)) return;
    this.lostAt = Date.now();
    this.patience = Math.min(Math.max(this.patience * 2, leastAgainMs), mostPatienceMs);
    this.socket?.hurry();
  }

  /** How long a socket that is away is still left to itself. */
  get restMs() {
    return this.isOpen ? Number.POSITIVE_INFINITY : this.lostAt + this.patience - Date.now();
  }

  private lost() {
    if (this.isOpen) this.lostAt = Date.now();
    this.isOpen = false;
    if (this.isWanted) this.heard.lost();
  }
}
