import { HttpConnection } from "@/tests/bench/http-client";

const patienceMs = 15_000;

/** A voter's way to the server: connects when it has to, and answers 0 for every way of not being answered. */
export class Line {
  private connection: HttpConnection | null = null;

  constructor(
    private readonly port: number,
    private readonly path: string,
    private readonly cookie: string,
  ) {}

  async put(body: string) {
    try {
      this.connection ??= await connected(this.port);
      const { path, cookie } = this;
      const status = await inTime(this.connection.ask({ method: "PUT", path, cookie, body }));
      if (status === 0) this.close();
      return status;
    } catch {
      return 0;
    }
  }

  close() {
    this.connection?.close();
    this.connection = null;
  }
}

async function connected(port: number) {
  const connection = new HttpConnection(port);
  await connection.ready();
  return connection;
}

function inTime(answer: Promise<number>) {
  return new Promise<number>((done) => {
    const timer = setTimeout(() => done(0), patienceMs);
    void answer.then((status) => {
      clearTimeout(timer);
      done(status);
    });
  });
}
