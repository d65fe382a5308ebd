import { type ChildProcess, fork } from "node:child_process";
import { Agent, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { createProxyServer } from "httpxy";
import type { Part } from "@/lib/live/front";
import { Crowd } from "./crowd";

const restMs = 300;
const soonSeconds = 2;

/**
 * Next in a process of its own beside this one, so that a hall that opens pages all at once delays no vote and no
 * frame. It is started again when it dies; what comes meanwhile waits, what was under way gets a 503.
 */
export async function openPagesBeside(script = `${import.meta.dirname}/process.ts`): Promise<Part> {
  const renderer = new Renderer(script);
  await renderer.address;
  const crowd = new Crowd(() => renderer.address);
  const proxy = createProxyServer({ agent: new Agent({ keepAlive: true }) });
  proxy.on("proxyRes", ({ headers }, _, res) => {
    // whether a connection goes on is between us and the browser
    delete headers["keep-alive"];
    headers.connection = String(res.getHeader("connection") ?? "keep-alive");
  });
  const pass = async (req: IncomingMessage, res: ServerResponse) => {
    try {
      if (crowd.takes(req)) await crowd.answer(req, res);
      else await proxy.web(req, res, { target: await renderer.address });
    } catch {
      if (res.headersSent) res.destroy();
      else res.writeHead(503, { "retry-after": String(soonSeconds), "cache-control": "no-store" }).end();
    }
  };
  return {
    handle(req, res) {
      void pass(req, res);
      return true;
    },
    upgrade: () => false,
    close: () => renderer.end(),
  };
}

/** The other process, as long as it is wanted. */
class Renderer {
  address: Promise<string>;
  private child: ChildProcess | null = null;
  private isOver = false;

  constructor(private readonly script: string) {
    this.address = this.start();
  }

  end() {
    this.isOver = true;
    const { child } = this;
    if (!child?.connected) return Promise.resolve();
    const ended = new Promise<void>((done) => child.once("exit", () => done()));
    child.disconnect();
    return ended;
  }

  /** Resolves when it answers; rejects when the first one does not come up. */
  private start() {
    const child = fork(this.script, { execArgv: [] });
    this.child = child;
    const address = new Promise<string>((done, fail) => {
      child.once("message", (port) => done(`http://127.0.0.1:${port}`));
      child.once("error", fail);
      child.once("exit", (code) => fail(new Error(`Rendering pages ended with ${code}.`)));
    });
    address.then(
      () => child.once("exit", () => this.startAgain()),
      () => {},
    );
    return address;
  }

  private startAgain() {
    if (this.isOver) return;
    console.error("What renders pages ended by itself; starting it again.");
    this.address = this.untilStarted();
    // whoever asks for a page hears of it
    this.address.catch(() => {});
  }

  private async untilStarted(): Promise<string> {
    await pause(restMs);
    if (this.isOver) throw new Error("Over.");
    return this.start().catch(() => this.untilStarted());
  }
}
