import { randomInt } from "node:crypto";
import { connect, createServer } from "node:net";

/** The first port from `wanted` on that nobody listens on. */
export async function freePortFrom(wanted: number) {
  for (let port = wanted; port < wanted + 100; port++) if (await isFree(port)) return port;
  throw new Error(`No port is free from ${wanted} to ${wanted + 99}.`);
}

/** A port that nobody listens on and that no outgoing connection is given (those start at 32768 on Linux). */
export async function anyFreePort() {
  for (;;) {
    const port = randomInt(15_000, 32_700);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number) {
  // some systems let two listen when one of them listens on a single address only
  const answered = await Promise.all([answers(port, "127.0.0.1"), answers(port, "::1")]);
  return !answered.includes(true) && (await canListen(port));
}

function answers(port: number, host: string) {
  return new Promise<boolean>((done) => {
    const socket = connect({ port, host });
    socket.once("connect", () => done(true)).once("error", () => done(false));
    socket.once("connect", () => socket.destroy());
  });
}

function canListen(port: number) {
  return new Promise<boolean>((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, () => probe.close(() => done(true)));
  });
}
