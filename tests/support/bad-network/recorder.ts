/** One HTTP request as it went over the wire. */
export type Recorded = { line: string; bytes: Buffer };

/** Cuts what a connection sends into its HTTP/1.1 requests; after an upgrade there are none. */
export class Recorder {
  readonly requests: Recorded[] = [];
  private rest = Buffer.alloc(0);
  private isUpgraded = false;

  /** The request that the connection is busy with. */
  get line() {
    return this.requests.at(-1)?.line ?? "";
  }

  take(chunk: Buffer) {
    if (this.isUpgraded) return;
    this.rest = Buffer.concat([this.rest, chunk]);
    for (let next = this.next(); next; next = this.next()) this.requests.push(next);
  }

  private next(): Recorded | null {
    const headEnds = this.rest.indexOf("\r\n\r\n");
    if (headEnds < 0) return null;
    const head = this.rest.subarray(0, headEnds).toString("latin1");
    const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    const ends = headEnds + 4 + length;
    if (this.rest.length < ends) return null;
    const bytes = this.rest.subarray(0, ends);
    this.isUpgraded = /^upgrade: *websocket/im.test(head);
    this.rest = this.rest.subarray(ends);
    return { line: head.split("\r\n", 1)[0] ?? "", bytes };
  }
}
