import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type Air, badHall, clearAir } from "@/tests/support/bad-network/air";
import { BadNetwork } from "@/tests/support/bad-network/proxy";
import { Recorder } from "@/tests/support/bad-network/recorder";
import { soon } from "@/tests/support/soon";

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

type Answer = (request: IncomingMessage, out: ServerResponse) => void;

/** A plain server behind bad air; it answers its path, unless told otherwise. */
async function aServer(air: Partial<Air> = {}, answer: Answer = (request, out) => out.end(request.url)) {
  let asked = 0;
  const server = createServer((request, out) => {
    asked += 1;
    answer(request, out);
  });
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const network = await BadNetwork.open((server.address() as AddressInfo).port, { air: { ...clearAir, ...air } });
  opened.push(() => new Promise((done) => server.close(done).closeAllConnections()));
  opened.push(() => network.close());
  return { network, asked: () => asked };
}

async function took(work: () => Promise<unknown>) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** A connection of its own: what it said so far, whether it ended, and how. */
function aConnection(port: number) {
  const socket: Socket = connect({ port, host: "localhost" });
  const heard = { text: "", ended: false, failed: "" };
  socket.on("data", (chunk) => {
    heard.text += chunk;
  });
  socket.on("end", () => Object.assign(heard, { ended: true }));
  socket.on("error", (error: NodeJS.ErrnoException) => Object.assign(heard, { failed: error.code }));
  opened.push(async () => socket.destroy());
  return { heard, ask: (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`) };
}

const get = async (network: BadNetwork, path = "/") => (await fetch(network.url + path)).text();

test("clear air changes nothing", async () => {
  const body = "x".repeat(1_000_000);
  const { network } = await aServer({}, (_, out) => out.end(body));
  expect(await get(network)).toBe(body);
  expect(network.traffic.bytes).toBeGreaterThan(1_000_000);
});

test("a first answer takes two ways there and back, the next on that connection one", async () => {
  const { network } = await aServer({ rttMs: 120 });
  const { heard, ask } = aConnection(network.port);
  const first = await took(async () => {
    ask("/one");
    await soon(() => expect(heard.text).toContain("/one"));
  });
  const second = await took(async () => {
    ask("/two");
    await soon(() => expect(heard.text).toContain("/two"));
  });
  expect(first).toBeGreaterThanOrEqual(235);
  expect(second).toBeGreaterThanOrEqual(115);
  expect(second).toBeLessThan(first);
});

test("with jitter some answers come sooner than the way there and back takes", async () => {
  const { network } = await aServer({ rttMs: 120, jitterMs: 120 });
  const { heard, ask } = aConnection(network.port);
  const times: number[] = [];
  for (let n = 0; n < 9; n++) {
    const answer = async () => {
      ask(`/ask-${n}`);
      await soon(() => expect(heard.text).toContain(`/ask-${n}`));
    };
    times.push(await took(answer));
  }
  expect(Math.min(...times)).toBeLessThan(115);
});

test("a lost packet stalls what follows by a retransmission timeout, and nothing is mixed up", async () => {
  const body = Array.from({ length: 3_000 }, (_, n) => n).join(" ");
  const { network } = await aServer({ rttMs: 50, loss: 0.3 }, (_, out) => out.end(body));
  expect(await took(async () => expect(await get(network)).toBe(body))).toBeGreaterThanOrEqual(100 + 250);
});

test("the rate is for all connections of a phone together, and for each way alone", async () => {
  const { network } = await aServer({ kbitPerSecond: 800 }, (_, out) => out.end("x".repeat(20_000)));
  const one = await took(() => get(network));
  const three = await took(() => Promise.all([get(network), get(network), get(network)]));
  expect(one).toBeGreaterThanOrEqual(195);
  expect(three).toBeGreaterThanOrEqual(590);
});

test("a half-open connection says nothing, not even that it ended; a new one works", async () => {
  const { network, asked } = await aServer();
  const { heard, ask } = aConnection(network.port);
  ask("/before");
  await soon(() => expect(heard.text).toContain("/before"));
  network.halfOpen();
  ask("/into-nothing");
  expect(await get(network, "/new")).toBe("/new");
  await new Promise((done) => setTimeout(done, 300));
  expect(heard).toMatchObject({ ended: false, failed: "" });
  expect(heard.text).not.toContain("nothing");
  expect(asked()).toBe(2);
});

test("a reset ends both ends with an error", async () => {
  const { network } = await aServer({}, (_, out) => void out.writeHead(200).write("half"));
  const { heard, ask } = aConnection(network.port);
  ask("/");
  await soon(() => expect(heard.text).toContain("half"));
  network.reset();
  await soon(() => expect(heard.failed).toBe("ECONNRESET"));
});

test("a blackhole swallows what was open and what is tried; afterwards new connections work", async () => {
  const { network, asked } = await aServer();
  const old = aConnection(network.port);
  old.ask("/old");
  await soon(() => expect(old.heard.text).toContain("/old"));
  const hole = network.blackhole();
  old.ask("/again");
  const tried = fetch(network.url, { signal: AbortSignal.timeout(400) });
  await expect(tried).rejects.toThrow("timeout");
  expect(asked()).toBe(1);
  hole.back();
  expect(await get(network, "/new")).toBe("/new");
  expect(old.heard).toMatchObject({ ended: false, failed: "" });
});

test("a recorded request is sent once more, byte by byte", async () => {
  const bodies: string[] = [];
  const { network, asked } = await aServer({}, (request, out) => {
    request.on("data", (chunk) => bodies.push(String(chunk))).on("end", () => out.end("noted"));
  });
  await fetch(`${network.url}/vote`, { method: "PUT", body: '{"dots":2}' });
  await get(network, "/other");
  const answers = await network.replay(/^PUT \/vote/);
  expect(answers).toHaveLength(1);
  expect(answers[0]).toContain("noted");
  expect(bodies).toEqual(['{"dots":2}', '{"dots":2}']);
  expect(asked()).toBe(3);
});

test("an answer that is held arrives after a later one of another connection", async () => {
  const { network } = await aServer({}, (request, out) => void setTimeout(() => out.end(request.url), 50));
  const [first, second] = [aConnection(network.port), aConnection(network.port)];
  first.ask("/first");
  await soon(() => expect(network.requests).toHaveLength(1));
  const held = network.hold(/\/first/);
  expect(held.count).toBe(1);
  second.ask("/second");
  await soon(() => expect(second.heard.text).toContain("/second"));
  expect(first.heard.text).toBe("");
  held.release();
  await soon(() => expect(first.heard.text).toContain("/first"));
});

test("a stream is cut into its requests, however it comes; after an upgrade there are none", () => {
  const recorder = new Recorder();
  const stream =
    "PUT /a HTTP/1.1\r\ncontent-length: 3\r\n\r\nabcGET /b HTTP/1.1\r\nupgrade: websocket\r\n\r\n\x81\x05GET /c\r\n\r\n";
  for (const letter of stream) recorder.take(Buffer.from(letter, "latin1"));
  expect(recorder.requests.map(({ line }) => line)).toEqual(["PUT /a HTTP/1.1", "GET /b HTTP/1.1"]);
  expect(recorder.requests[0]?.bytes.toString()).toMatch(/abc$/);
});

test("the bad hall is the one that is written down", () => {
  expect(badHall).toMatchObject({ rttMs: 400, kbitPerSecond: 400, loss: 0.05 });
});
