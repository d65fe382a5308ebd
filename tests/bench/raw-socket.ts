import { connect, type Socket } from "node:net";

/** All sockets of a process read into the same bytes: what is heard must be used or copied at once. */
const read = Buffer.allocUnsafe(65_536);
const handshakeEnd = Buffer.from("\r\n\r\n");
const [text, close, ping, pong] = [1, 8, 9, 10];

type Ears = {
  /** A text message; the bytes are gone when this returns. */
  hear: (message: Buffer) => void;
  /** Once: the close code, 1006 when there was none. */
  closed: (code: number) => void;
};

/**
 * A WebSocket client that only does what a phone in a hall does: thousands of them, and the server that they listen to,
 * share a machine. Knows nothing of fragments, extensions and binary messages, which nobody here sends.
 */
export class RawSocket {
  private readonly socket: Socket;
  private rest: Buffer | null = null;
  private isUpgraded = false;
  private code = 1006;

  constructor(
    port: number,
    path: string,
    private readonly ears: Ears,
  ) {
    const callback = (size: number) => {
      this.take(read.subarray(0, size));
      return true;
    };
    this.socket = connect({ port, host: "127.0.0.1", noDelay: true, onread: { buffer: read, callback } });
    this.socket.once("connect", () => this.socket.write(handshake(port, path)));
    this.socket.on("error", () => {});
    this.socket.once("close", () => this.ears.closed(this.code));
  }

  get isOpen() {
    return this.isUpgraded && !this.socket.destroyed;
  }

  send(message: string) {
    this.write(text, Buffer.from(message));
  }

  /** As a phone that is switched off does it: without a word. */
  destroy() {
    this.socket.destroy();
  }

  private take(chunk: Buffer) {
    let bytes = this.rest ? Buffer.concat([this.rest, chunk]) : chunk;
    if (!this.isUpgraded) {
      const end = bytes.indexOf(handshakeEnd);
      if (end < 0) return this.keep(bytes);
      if (!bytes.subarray(0, 12).equals(switching)) return this.destroy();
      this.isUpgraded = true;
      bytes = bytes.subarray(end + 4);
    }
    this.keep(this.takeFrames(bytes));
  }

  private keep(bytes: Buffer) {
    this.rest = bytes.length > 0 ? Buffer.from(bytes) : null;
  }

  /** Answers what is left: the beginning of a frame whose end is still on its way. */
  private takeFrames(bytes: Buffer) {
    let left = bytes;
    for (;;) {
      const head = headLength(left);
      if (left.length < head) return left;
      const end = head + payloadLength(left, head);
      if (left.length < end) return left;
      this.takeFrame((left[0] as number) & 15, left.subarray(head, end));
      left = left.subarray(end);
    }
  }

  private takeFrame(kind: number, payload: Buffer) {
    if (kind === text) this.ears.hear(payload);
    if (kind === ping) this.write(pong, payload);
    if (kind !== close) return;
    if (payload.length >= 2) this.code = payload.readUInt16BE();
    this.socket.end();
  }

  private write(kind: number, payload: Buffer) {
    // masked, as a client must, with a mask of nothing
    const long = payload.length > 125;
    const head = Buffer.alloc(long ? 8 : 6);
    head[0] = 0x80 | kind;
    head[1] = 0x80 | (long ? 126 : payload.length);
    if (long) head.writeUInt16BE(payload.length, 2);
    this.socket.write(Buffer.concat([head, payload]));
  }
}

const switching = Buffer.from("HTTP/1.1 101");

function handshake(port: number, path: string) {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `origin: http://127.0.0.1:${port}`,
    "connection: Upgrade",
    "upgrade: websocket",
    "sec-websocket-version: 13",
    "sec-websocket-key: dHdvIGZlZXQgdHdvIGZlZQ==",
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

function headLength(bytes: Buffer) {
  if (bytes.length < 2) return 2;
  const short = (bytes[1] as number) & 127;
  return short === 127 ? 10 : short === 126 ? 4 : 2;
}

function payloadLength(bytes: Buffer, head: number) {
  if (head === 10) return Number(bytes.readBigUInt64BE(2));
  return head === 4 ? bytes.readUInt16BE(2) : (bytes[1] as number) & 127;
}
