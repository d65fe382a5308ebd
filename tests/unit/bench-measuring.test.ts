import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { figure, median, percentile, slopeOf, spreadOf } from "@/tests/bench/figures";
import { HttpConnection } from "@/tests/bench/http-client";
import { atRate, flatOut } from "@/tests/bench/load";
import { machineNow, onSchedule, wait } from "@/tests/bench/machine-clock";
import { processorOf } from "@/tests/bench/processor";
import { voteAt } from "@/tests/bench/questions";
import { peakOf } from "@/tests/bench/real-hall";

let server: Server | null = null;
afterEach(() => server?.close());

/** A plain server that rests for a moment before its nth answer. */
async function aServer(restMs: (n: number) => number, length = 2) {
  let answered = 0;
  server = createServer((request, out) => {
    request.resume().on("end", async () => {
      const rest = restMs(answered++);
      if (rest > 0) await wait(rest);
      out.writeHead(200, { "Content-Length": length }).end("x".repeat(length));
    });
  });
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

const target = (port: number) => ({
  port,
  cookies: ["a=1", "a=2"],
  topics: ["one", "two"],
  ask: { method: "PUT", path: "/" },
  expect: 200,
  hall: "floor" as const,
});

test("percentiles are the nearest rank", () => {
  const hundred = Array.from({ length: 100 }, (_, n) => n + 1);
  expect(percentile(hundred, 0.5)).toBe(50);
  expect(percentile(hundred, 0.99)).toBe(99);
  expect(percentile([7], 0.99)).toBe(7);
  expect(spreadOf([3, 1, 2, 10])).toEqual({ p50: 2, p95: 10, p99: 10, most: 10 });
  expect(median([9, 1, 5])).toBe(5);
});

test("a figure is held against its aim as it was measured, not as it is rounded", () => {
  expect(figure("a", 99.996, "ms", 50, { atMost: 99.99 })).toMatchObject({ value: 100, ratio: 2, met: false });
  expect(figure("b", 8_000, "votes/s", null, { atLeast: 8_000 }).met).toBe(true);
});

test("a trend is its slope", () => {
  expect(slopeOf([0, 1, 2, 3].map((x): [number, number] => [x, 5 + 2 * x]))).toBeCloseTo(2);
});

test("a peak is the most in any tenth of a second, wherever it begins", () => {
  expect(peakOf([0, 90, 95, 101, 150, 400])).toBe(4);
  expect(peakOf([])).toBe(0);
});

test("a schedule keeps its moments when a turn comes late", async () => {
  const from = machineNow();
  const due: number[] = [];
  await onSchedule(from, 5, 10, (n, at) => {
    due.push(at - from);
    if (n === 2) for (const end = machineNow() + 20; machineNow() < end; );
  });
  expect(due).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45]);
});

test("at a rate, whoever waits behind a slow answer is timed from when they were due", async () => {
  const port = await aServer((n) => (n === 0 ? 200 : 0));
  const load = await atRate({ ...target(port), connections: 1, seconds: 0.2, perSecond: 50 });
  expect(load).toMatchObject({ count: 10, failed: 0 });
  expect(load.p50).toBeGreaterThan(80);
});

test("an answer that is not the expected one is a failure, and no answer is one too", async () => {
  const port = await aServer(() => 0);
  const load = await flatOut({ ...target(port), expect: 204, connections: 2, seconds: 0.05 });
  expect(load.count).toBe(0);
  expect(load.failed).toBeGreaterThan(0);
});

test("a body that comes in pieces is read to its end, under whatever spelling of its length", async () => {
  const connection = new HttpConnection(await aServer(() => 0, 300_000));
  connection.keeps = true;
  expect(await connection.ask({ method: "GET", path: "/" })).toBe(200);
  expect(connection.text).toHaveLength(300_000);
  expect(await connection.ask({ method: "GET", path: "/" })).toBe(200);
  connection.close();
});

test("every vote of a member differs from their last on that topic", () => {
  const [members, topics] = [3, Array.from({ length: 25 }, (_, n) => `t${n}`)];
  const last = new Map<string, number>();
  for (let turn = 0; turn < members * 40; turn++) {
    const { topicId, dots } = JSON.parse(voteAt(turn, members, topics));
    const key = `${turn % members} ${topicId}`;
    expect(dots).not.toBe(last.get(key) ?? 0);
    last.set(key, dots);
  }
});

test("processor time is what the kernel counted for the process", () => {
  const before = processorOf(process.pid);
  for (const end = performance.now() + 150; performance.now() < end; );
  const used = processorOf(process.pid) - before;
  expect(used).toBeGreaterThan(20);
  expect(processorOf(2 ** 22 + 1)).toBe(0);
});
