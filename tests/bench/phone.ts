import { applyFrame, type Frame, type Snapshot } from "@/lib/live/feed";
import type { Asking } from "./asking";
import { decode, type Heard } from "./decode";
import { wait } from "./machine-clock";
import { RawSocket } from "./raw-socket";

export type Place = {
  port: number;
  path: string;
  channel: string;
  slug: string;
  /** The key of a wall, which opens the hall's view without a session. */
  wall?: string;
};

export type Witness = {
  /** Something that was published; the phone has it already. */
  heard: (phone: Listener, heard: Heard) => void;
};

export type Listener = {
  readonly number: number;
  readonly snapshot: Snapshot | null;
  readonly isOpen: boolean;
  readonly isLive: boolean;
  readonly refetches: number;
  /** Resolves when it hears. */
  open: () => Promise<void>;
  /** Without a word, as a phone that is switched off. */
  leave: () => void;
};

/**
 * A phone without a screen that follows the protocol: it is authorized with its own session, has the whole board,
 * applies each frame that fits, fetches the board when one does not, answers pings, and reconnects as it is told.
 */
export class Phone implements Listener {
  snapshot: Snapshot | null = null;
  isLive = false;
  refetches = 0;
  private isAway = false;
  private socket: RawSocket | null = null;
  private live: () => void = () => {};

  constructor(
    readonly number: number,
    private readonly place: Place,
    private readonly cookie: string,
    private readonly asking: Asking,
    private readonly witness: Witness,
  ) {}

  get isOpen() {
    return this.socket?.isOpen ?? false;
  }

  /** Resolves when it is subscribed and has the board. */
  open() {
    this.isAway = false;
    const ready = new Promise<void>((done) => {
      this.live = done;
    });
    this.connect();
    return ready;
  }

  leave() {
    this.isAway = true;
    this.isLive = false;
    const socket = this.socket;
    this.socket = null;
    socket?.destroy();
  }

  private connect() {
    const socket: RawSocket = new RawSocket(this.place.port, this.place.path, {
      hear: (message) => this.hear(message),
      closed: (code) => {
        if (this.socket === socket) void this.lost(code);
      },
    });
    this.socket = socket;
  }

  private async lost(code: number) {
    this.isLive = false;
    if (this.isAway) return;
    const isWelcomeBack = code >= 4200 && code < 4300;
    await wait(isWelcomeBack ? 0 : 1_000 + Math.random() * 1_000);
    if (!this.isAway) this.connect();
  }

  private hear(message: Buffer) {
    const heard = decode(message);
    const { event, data } = heard;
    if (event === "frame") {
      this.apply(data as Frame);
      this.witness.heard(this, heard);
    } else if (event === "pusher:connection_established") void this.subscribe(String(data.socket_id));
    else if (event === "pusher_internal:subscription_succeeded") void this.fetchBoard();
    else if (event === "pusher:ping") this.socket?.send('{"event":"pusher:pong","data":{}}');
    else if (!event.startsWith("pusher")) this.witness.heard(this, heard);
  }

  private async subscribe(socketId: string) {
    const { channel, slug, wall } = this.place;
    const cookie = wall ? "" : this.cookie;
    const body = JSON.stringify({ slug, socketId, channels: [channel], ...(wall && { wall }) });
    const { status, text } = await this.asking.ask({ method: "POST", path: "/live/auth", cookie, body });
    if (status !== 200) return this.socket?.destroy();
    const grant = JSON.parse(text).auth[channel];
    this.socket?.send(JSON.stringify({ event: "pusher:subscribe", data: { channel, ...grant } }));
  }

  private async fetchBoard() {
    const { slug, wall } = this.place;
    const query = `${wall ? `wall=${wall}` : "as=hall"}&since=${this.snapshot?.seq ?? 0}`;
    const board = await this.asking.board(`/live/e/${slug}/board?${query}`, wall ? "" : this.cookie);
    if (board && board.seq >= (this.snapshot?.seq ?? 0)) this.snapshot = board;
    this.isLive = true;
    this.live();
  }

  private apply(frame: Frame) {
    if (!this.snapshot) return;
    const next = applied(this.snapshot, frame);
    if (next !== "gap") this.snapshot = next;
    else {
      this.refetches += 1;
      void this.fetchBoard();
    }
  }
}

const boards = new WeakMap<Snapshot, { frame: Frame; next: Snapshot | "gap" }>();

/** What a frame makes of a board, made once for all phones that stand at the same. */
function applied(snapshot: Snapshot, frame: Frame) {
  const made = boards.get(snapshot);
  if (made?.frame === frame) return made.next;
  const next = applyFrame(snapshot, frame);
  boards.set(snapshot, { frame, next });
  return next;
}
