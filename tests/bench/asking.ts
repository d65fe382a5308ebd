import type { Snapshot } from "@/lib/live/feed";
import { type Ask, HttpConnection } from "./http-client";

type Answer = { status: number; text: string; head: string };

/** Some connections that many phones of a process ask over, each its turn. */
export class Asking {
  private readonly free: HttpConnection[] = [];
  private readonly waiting: ((connection: HttpConnection) => void)[] = [];
  private opened = 0;
  private readonly boards = new Map<string, Snapshot>();

  constructor(
    private readonly port: number,
    private readonly connections = 40,
  ) {}

  /** Asks again when a connection ended before its answer: everything that is asked here may be asked twice. */
  async ask(question: Ask, tries = 3): Promise<Answer> {
    const connection = await this.take();
    const status = await connection.ask(question);
    const answer = { status, text: connection.text, head: connection.head };
    this.give(connection);
    return status === 0 && tries > 1 ? await this.ask(question, tries - 1) : answer;
  }

  /** The board, or null when it is the one that is known. The same etag is the same object. */
  async board(path: string, cookie: string): Promise<Snapshot | null> {
    const { status, text, head } = await this.ask({ method: "GET", path, cookie });
    if (status !== 200) return null;
    const etag = /^etag: (.+)$/im.exec(head)?.[1]?.trim() ?? "";
    const board = this.boards.get(etag) ?? (JSON.parse(text) as Snapshot);
    if (this.boards.size > 100) this.boards.clear();
    this.boards.set(etag, board);
    return board;
  }

  close() {
    for (const connection of this.free.splice(0)) connection.close();
    this.opened = 0;
  }

  private take() {
    const free = this.free.pop();
    if (free?.isOpen) return Promise.resolve(free);
    if (free) this.opened -= 1;
    if (this.opened >= this.connections) return new Promise<HttpConnection>((done) => this.waiting.push(done));
    this.opened += 1;
    const connection = new HttpConnection(this.port);
    connection.keeps = true;
    return Promise.resolve(connection);
  }

  private give(connection: HttpConnection) {
    const next = this.waiting.shift();
    if (next && connection.isOpen) return next(connection);
    if (connection.isOpen) return void this.free.push(connection);
    this.opened -= 1;
    if (next) void this.take().then(next);
  }
}
