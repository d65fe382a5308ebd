import { Agent, type IncomingHttpHeaders, request } from "node:http";

type Answer = { status: number; headers: IncomingHttpHeaders };

/** As much of a browser as a guest needs to join: six connections at most, and cookies. */
export class GuestBrowser {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 6 });
  private readonly cookies = new Map<string, string>();

  constructor(private readonly port: number) {}

  get(path: string) {
    return this.ask("GET", path);
  }

  write(method: "POST" | "PUT", path: string, body: unknown) {
    return this.ask(method, path, JSON.stringify(body));
  }

  close() {
    this.agent.destroy();
  }

  private ask(method: string, path: string, body?: string) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = {
      "accept-encoding": "gzip",
      "accept-language": "en",
      ...(cookie && { cookie }),
      ...(body && {
        origin: `http://127.0.0.1:${this.port}`,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
      }),
    };
    return new Promise<Answer>((done, fail) => {
      const sent = request({ host: "127.0.0.1", port: this.port, agent: this.agent, method, path, headers }, (got) => {
        for (const line of got.headers["set-cookie"] ?? []) this.keep(line);
        got.on("end", () => done({ status: got.statusCode ?? 0, headers: got.headers })).on("error", fail);
        got.resume();
      });
      sent.on("error", fail);
      sent.end(body);
    });
  }

  private keep(line: string) {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
