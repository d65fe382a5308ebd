import { anyFreePort } from "@/bin/port";
import { contentOf } from "@/tests/chaos/content";
import { startFloor, startFront } from "../children";
import { spreadOf } from "../figures";
import { HttpConnection } from "../http-client";
import { wait } from "../machine-clock";
import { openRealHall, peakOf } from "../real-hall";
import { startServer } from "../serve";
import type { Row, Stage } from "../stage";

const patienceMs = 60_000;

/** A hall of real phones (the browser's own store, pusher-js) whose server is killed, and replaced. */
export const restarts: Row = async (stage) => {
  const floor = await plainReconnects(stage);
  tell(stage, "kill -9, then a new process", await killed(stage), floor);
  tell(stage, "SIGTERM beside a new process behind a proxy", await replaced(stage), floor);
};

type Outcome = Awaited<ReturnType<typeof killed>>;

function tell({ add, many }: Stage, how: string, outcome: Outcome, floor: { seconds: number; peak: number }) {
  const name = `${many(2_000)} phones, ${how}`;
  add(`${name}: all consistent after`, outcome.seconds, "s", floor.seconds, { atMost: 10, note: outcome.note });
  add(`${name}: phones unequal to the server`, outcome.unequal, "phones", null, { atMost: 0 });
  add(`${name}: pages loaded again`, outcome.reloads, "pages", null, { atMost: 0 });
  add(`${name}: most authorizations in 100 ms`, outcome.peak, "requests", floor.peak, {
    note: `${outcome.authorized} in all; the floor counts connections`,
  });
}

async function killed(stage: Stage) {
  const server = await startServer();
  const hall = await fullHall(stage, server.port);
  const { processorMs } = await hall.standing(0, 0);
  const before = await seqOf(stage.slug, server.port);
  const since = Date.now();
  await server.end("SIGKILL");
  const next = startServer(server.port);
  const seq = await moveOn(stage, server.port, before);
  const answeredAfter = Date.now() - since;
  const outcome = await settle(stage, hall, server.port, seq, since, processorMs);
  await (await next).end("SIGKILL");
  return { ...outcome, note: `${outcome.note}; a vote was taken after ${(answeredAfter / 1000).toFixed(1)} s` };
}

async function replaced(stage: Stage) {
  const address = await anyFreePort();
  const url = `http://127.0.0.1:${address}`;
  const old = await startServer(await anyFreePort(), url);
  const front = await startFront([old.port], address);
  const hall = await fullHall(stage, address);
  const next = await startServer(await anyFreePort(), url);
  const { processorMs } = await hall.standing(0, 0);
  const before = await seqOf(stage.slug, address);
  await front.turnTo([next.port]);
  const since = Date.now();
  await old.end("SIGTERM");
  const tookMs = Date.now() - since;
  const seq = await moveOn(stage, address, before);
  const outcome = await settle(stage, hall, address, seq, since, processorMs);
  front.end();
  await next.end("SIGKILL");
  return { ...outcome, note: `${outcome.note}; the old one took ${(tookMs / 1000).toFixed(1)} s to leave` };
}

type Hall = Awaited<ReturnType<typeof openRealHall>>;

async function fullHall(stage: Stage, port: number) {
  const count = stage.many(2_000);
  const hall = await openRealHall(`http://127.0.0.1:${port}`, stage.slug, count);
  const { live } = await hall.settled(0, 0, patienceMs);
  if (live < count) throw new Error(`Only ${live} of ${count} phones came to be live.`);
  return hall;
}

async function settle(stage: Stage, hall: Hall, port: number, seq: number, since: number, usedMs: number) {
  const count = stage.many(2_000);
  const standing = await hall.settled(seq, since, patienceMs);
  const { consistent, consistentAt, authorizedAt, reloads, live, connections } = standing;
  const busy = Math.round((standing.processorMs - usedMs) / (Date.now() - since) / 0.01);
  const board = await (await fetch(`http://127.0.0.1:${port}/live/e/${stage.slug}/board?as=hall`)).json();
  const unequal = await hall.unequalTo(contentOf(board as Parameters<typeof contentOf>[0]));
  hall.end();
  const seconds = consistent === count ? (Math.max(...consistentAt) - since) / 1000 : Number.POSITIVE_INFINITY;
  const missing = consistent === count ? "" : `${live} live, ${consistent} consistent, ${connections}; `;
  const note = `${missing}authorized ${secondsOf(authorizedAt, since)}, consistent ${secondsOf(consistentAt, since)}; the phones took ${busy} % of a core`;
  return { seconds, unequal, reloads, peak: peakOf(authorizedAt), authorized: authorizedAt.length, note };
}

/** When half, 95 of 100 and all had done something, in seconds. */
function secondsOf(moments: number[], since: number) {
  const { p50, p95, most } = spreadOf(moments.map((at) => (at - since) / 1000));
  return [p50, p95, most].map((at) => at.toFixed(1)).join("/");
}

/** Somebody votes as soon as there is somebody to take it; answers the board's seq after it. */
async function moveOn({ slug, watched, topics }: Stage, port: number, before: number) {
  const cookie = watched.cookies.pop() ?? "";
  const body = JSON.stringify({ topicId: topics[0], dots: 1 });
  const end = Date.now() + patienceMs;
  for (let status = 0; status !== 200 && Date.now() < end; ) {
    const voter = new HttpConnection(port);
    status = await voter.ask({ method: "PUT", path: `/live/e/${slug}/dots`, cookie, body });
    voter.close();
    if (status !== 200) await wait(50);
  }
  let seq = 0;
  while (seq <= before && Date.now() < end) seq = await seqOf(slug, port);
  return seq;
}

async function seqOf(slug: string, port: number) {
  await wait(50);
  const answer = await fetch(`http://127.0.0.1:${port}/live/e/${slug}/board?as=hall`).catch(() => null);
  return answer?.ok ? Number(((await answer.json()) as { seq: number }).seq) : 0;
}

/** The floor: plain sockets that come back after up to a second each, and a plain server that starts at once. */
async function plainReconnects(stage: Stage) {
  const count = stage.many(2_000);
  const floor = await startFloor(4_000);
  const crowd = stage.crowd();
  await crowd.ask("openPhones", { at: floor.port, count, cookies: [] });
  const since = Date.now();
  floor.kill();
  await wait(100);
  const next = await startFloor(4_000, floor.port);
  const arrived: number[] = [];
  for (let live = 0; live < count && Date.now() < since + patienceMs; await wait(20)) {
    const { live: now } = await crowd.ask("countPhones");
    for (; live < now; live++) arrived.push(Date.now());
  }
  crowd.end();
  next.kill();
  return { seconds: (Date.now() - since) / 1000, peak: peakOf(arrived) };
}
