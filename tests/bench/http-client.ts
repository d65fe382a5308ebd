import { connect, type Socket } from "node:net";

export type Ask = { method: string; path: string; cookie?: string; body?: string; headers?: Record<string, string> };

/**
 * One keep-alive connection that speaks just enough HTTP/1.1: a client library would cost more than the server
 * that it measures. Answers the status; one question at a time.
 */
export class HttpConnection {
  private readonly socket: Socket;
  private received: Buffer = Buffer.alloc(0);
  private answer: ((status: number) => void) | null = null;
  lastBody = 0;

  constructor(private readonly port: number) {
    this.socket = connect({ port, host: "127.0.0.1", noDelay: true });
    this.socket.on("data", (chunk) => this.take(chunk));
    this.socket.on("error", () => this.answer?.(0));
    this.socket.on("close", () => this.answer?.(0));
  }

  ready() {
    return new Promise<void>((done, fail) => this.socket.once("connect", done).once("error", fail));
  }

  ask({ method, path, cookie, body = "", headers = {} }: Ask) {
    const own = `http://127.0.0.1:${this.port}`;
    const lines = [`${method} ${path} HTTP/1.1`, `host: 127.0.0.1:${this.port}`, `origin: ${own}`];
    if (cookie) lines.push(`cookie: ${cookie}`);
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    if (body) lines.push("content-type: application/json", `content-length: ${Buffer.byteLength(body)}`);
    return new Promise<number>((done) => {
      this.answer = done;
      this.socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`);
    });
  }

  close() {
    this.answer = null;
    this.socket.destroy();
  }

  private take(chunk: Buffer) {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = this.received.toString("latin1", 0, end).toLowerCase();
    const status = Number(head.slice(9, 12));
    const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
    if (this.received.length < end + 4 + length) return;
    this.received = Buffer.alloc(0);
    this.lastBody = length;
    const done = this.answer;
    this.answer = null;
    done?.(status);
  }
}

export async function openConnections(port: number, count: number) {
  const connections: HttpConnection[] = [];
  for (let from = 0; from < count; from += 100) {
    const some = Array.from({ length: Math.min(100, count - from) }, () => new HttpConnection(port));
    await Promise.all(some.map((connection) => connection.ready()));
    connections.push(...some);
  }
  return connections;
}
