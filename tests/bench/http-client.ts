import { connect, type Socket } from "node:net";

export type Ask = { method: string; path: string; cookie?: string; body?: string; headers?: Record<string, string> };

/** All connections of a process read into the same bytes: what is kept is copied. */
const read = Buffer.allocUnsafe(65_536);
const headEnd = Buffer.from("\r\n\r\n");

/**
 * One keep-alive connection that speaks just enough HTTP/1.1: a client library would cost more than the server
 * that it measures. Answers the status, 0 when there was no answer; one question at a time. Bodies need a length.
 */
export class HttpConnection {
  private readonly socket: Socket;
  private partial: Buffer | null = null;
  /** Bytes of the body that are still to come. */
  private missing = 0;
  private status = 0;
  private body: Buffer[] = [];
  private answer: ((status: number) => void) | null = null;
  /** Whether bodies are kept for `text` and heads for `head`. */
  keeps = false;
  head = "";

  constructor(private readonly port: number) {
    const callback = (size: number) => {
      this.take(size);
      return true;
    };
    this.socket = connect({ port, host: "127.0.0.1", noDelay: true, onread: { buffer: read, callback } });
    this.socket.on("error", () => this.finish(0));
    this.socket.on("close", () => this.finish(0));
  }

  ready() {
    return new Promise<void>((done, fail) => this.socket.once("connect", done).once("error", fail));
  }

  get isOpen() {
    return !this.socket.destroyed;
  }

  /** The last body, when bodies are kept. */
  get text() {
    return Buffer.concat(this.body).toString();
  }

  ask(question: Ask) {
    return new Promise<number>((done) => this.send(requestOf(this.port, question), done));
  }

  /** The cheap way: a request that is ready to be sent, and no promise. */
  send(request: string, answer: (status: number) => void) {
    this.answer = answer;
    this.body = [];
    this.socket.write(request, "utf8");
  }

  close() {
    this.answer = null;
    this.socket.destroy();
  }

  private take(size: number) {
    const chunk = read.subarray(0, size);
    if (this.missing > 0) return this.takeBody(chunk);
    const bytes = this.partial ? Buffer.concat([this.partial, chunk]) : chunk;
    const end = bytes.indexOf(headEnd);
    this.partial = end < 0 ? Buffer.from(bytes) : null;
    if (end < 0) return;
    this.status = (bytes[9] as number) * 100 + (bytes[10] as number) * 10 + (bytes[11] as number) - 5328;
    this.missing = lengthIn(bytes, end);
    if (this.keeps) this.head = bytes.toString("latin1", 0, end);
    this.takeBody(bytes.subarray(end + 4));
  }

  private takeBody(bytes: Buffer) {
    this.missing -= bytes.length;
    if (this.keeps) this.body.push(Buffer.from(bytes));
    if (this.missing <= 0) this.finish(this.status);
  }

  private finish(status: number) {
    const done = this.answer;
    this.answer = null;
    this.missing = 0;
    done?.(status);
  }
}

/** The bytes of a question, to be made once and sent often. */
export function requestOf(port: number, { method, path, cookie, body = "", headers = {} }: Ask) {
  const lines = [`${method} ${path} HTTP/1.1`, `host: 127.0.0.1:${port}`, `origin: http://127.0.0.1:${port}`];
  if (cookie) lines.push(`cookie: ${cookie}`);
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (body) lines.push("content-type: application/json", `content-length: ${Buffer.byteLength(body)}`);
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

const lengthName = Buffer.from("content-length:");

/** `content-length` of a head, however it is written; 0 where there is none. */
function lengthIn(bytes: Buffer, end: number) {
  for (let line = bytes.indexOf(10) + 1; line > 0 && line < end; line = bytes.indexOf(10, line) + 1)
    if (isLength(bytes, line)) return numberAt(bytes, line + lengthName.length);
  return 0;
}

function isLength(bytes: Buffer, at: number) {
  for (let n = 0; n < lengthName.length; n++) if (((bytes[at + n] as number) | 32) !== lengthName[n]) return false;
  return true;
}

function numberAt(bytes: Buffer, from: number) {
  let number = 0;
  for (let at = from; bytes[at] !== 13; at++) if (bytes[at] !== 32) number = number * 10 + (bytes[at] as number) - 48;
  return number;
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
