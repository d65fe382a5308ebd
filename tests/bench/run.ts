import { buildWhenChanged } from "@/bin/build";
import { anyFreePort } from "@/bin/port";
import { env } from "@/lib/env";
import { endChildren, startFloor, startGenerator, startServer } from "./children";
import { type Figure, figure, table } from "./figures";
import { bareInserts, fillHall, openBenchDatabase } from "./hall";

const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const figures: Figure[] = [];
const say = (line: string) => console.error(line);
const add = (...given: Parameters<typeof figure>) => {
  const made = figure(...given);
  figures.push(made);
  say(`  ${made.name}: ${made.value} ${made.unit}`);
};

const database = await openBenchDatabase();
try {
  await bench();
} finally {
  endChildren();
  await database.stop();
}
console.log(table(figures));
if (process.argv.includes("--json")) console.log(JSON.stringify(figures));
process.exit(0);

async function bench() {
  const hall = await fillHall(database.ownerUrl, 2_001, 30);
  // whoever is watched voting has cast nothing before, so that each vote changes something
  const watched = hall.cookies.splice(0, 1);
  buildWhenChanged();
  const port = await startServer(await anyFreePort());
  const floor = await startFloor(4_000);
  const ask = startGenerator();

  const vote = { method: "PUT", path: `/live/e/${hall.slug}/dots` };
  const board = { method: "GET", path: `/live/e/${hall.slug}/board`, headers: { "accept-encoding": "br" } };
  const base = { port, seconds, cookies: hall.cookies, topics: hall.topics, expect: 200 };
  const visitor = { ...base, cookies: [] };
  const sockets = {
    port,
    path: `/app/${env().PUSHER_KEY}?protocol=7`,
    channel: `private-e.${hall.eventId}.hall`,
    slug: hall.slug,
    cookies: hall.cookies,
  };

  say("warming up");
  await ask("flatOut", { ...base, connections: 50, seconds: 3, ask: vote });
  await ask("flatOut", { ...base, port: floor, connections: 50, seconds: 1, ask: vote });

  say("votes, acknowledged after commit");
  const bare = await bareInserts(database.ownerUrl, 50, 3);
  const http50 = await ask("flatOut", { ...base, port: floor, connections: 50, seconds: 3, ask: vote });
  const at50 = await ask("flatOut", { ...base, connections: 50, ask: vote });
  add("votes at 50 connections, beside plain node:http", at50.perSecond, "votes/s", http50.perSecond, {
    atLeast: 8_000,
  });
  add("the same, beside bare pg inserts of 50 rows", at50.perSecond, "votes/s", bare);
  add("votes at 50 connections, ack p99", at50.p99, "ms", http50.p99);
  const http1000 = await ask("flatOut", { ...base, port: floor, connections: 1_000, seconds: 3, ask: vote });
  const at1000 = await ask("flatOut", { ...base, connections: 1_000, ask: vote });
  add("votes at 1,000 connections", at1000.perSecond, "votes/s", http1000.perSecond, { atLeast: 15_000 });
  add("votes refused or failed", at50.failed + at1000.failed, "votes", null, { atMost: 0 });
  const slow = await ask("atRate", { ...base, connections: 100, perSecond: 300, ask: vote });
  const slowHttp = await ask("atRate", {
    ...base,
    port: floor,
    seconds: 3,
    connections: 100,
    perSecond: 300,
    ask: vote,
  });
  add("ack p50 at 300 votes/s", slow.p50, "ms", slowHttp.p50, { atMost: 40 });
  add("ack p99 at 300 votes/s", slow.p99, "ms", slowHttp.p99, { atMost: 150 });

  say("votes with 2,000 sockets listening");
  const storm = { ...base, connections: 50, ask: vote };
  const heard = await ask("listeningWhile", { hall: { ...sockets, sockets: 2_000 }, storm });
  add("votes at 50 connections, 2,000 listening", heard.perSecond, "votes/s", at50.perSecond, {
    atLeast: Math.round(0.8 * at50.perSecond),
  });
  add("frames that each listener gets meanwhile", heard.framesPerSecond, "frames/s", null, { atLeast: 2 });

  say("vote → seen");
  const seen = await ask("listenAndVote", {
    ...sockets,
    cookies: watched,
    sockets: 200,
    votes: 40,
    topics: hall.topics,
  });
  const plain = { ...sockets, port: floor, path: "/", channel: null };
  const seenPlain = await ask("listenAndVote", { ...plain, sockets: 200, votes: 20, topics: hall.topics });
  add("vote → seen on 200 sockets, p95", seen.p95, "ms", seenPlain.p95, { atMost: 500 });
  add("sockets that missed a vote", seen.missed, "sightings", null, { atMost: 0 });

  say("board snapshots");
  const { headers } = await fetch(`http://127.0.0.1:${port}${board.path}`);
  const known = { ...board, headers: { "if-none-match": headers.get("etag") ?? "" } };
  const get304 = await ask("flatOut", {
    ...visitor,
    port: floor,
    connections: 50,
    seconds: 3,
    ask: known,
    expect: 304,
  });
  const unchanged = await ask("flatOut", { ...visitor, connections: 50, ask: known, expect: 304 });
  add("board reads, 304", unchanged.perSecond, "reads/s", get304.perSecond, { atLeast: 15_000 });
  const getBody = await ask("flatOut", { ...visitor, port: floor, connections: 50, seconds: 3, ask: board });
  const whole = await ask("flatOut", { ...visitor, connections: 50, ask: board });
  add("board reads, compressed body", whole.perSecond, "reads/s", getBody.perSecond, { atLeast: 8_000 });
}
