import { costing, costNote } from "../cost";
import type { Load } from "../figures";
import { bareInserts } from "../hall";
import type { Flood } from "../load";
import type { Crowd, Row, Stage } from "../stage";

const levels = [
  { connections: 50, atLeast: 8_000 },
  { connections: 1_000, atLeast: 15_000 },
];

/** Votes a second, acknowledged after commit, each beside plain node:http under the same load. */
export const votes: Row = async (stage) => {
  const { port } = await stage.server();
  const { floor, seconds, add } = stage;
  await warmUp(stage, port);
  const bare = await bareInserts(stage.database.ownerUrl, 50, 3);
  let failed = 0;
  for (const { connections, atLeast } of levels) {
    const plain = await flood(stage, { ...stage.votes(floor.port), connections, seconds: Math.min(seconds, 4) });
    const ours = await flood(stage, { ...stage.votes(port), connections, seconds });
    failed += ours.failed + plain.failed;
    const name = `votes at ${connections} connections`;
    const note = `${ours.note}; floor: ${plain.note}`;
    add(`${name}, beside plain node:http`, ours.perSecond, "votes/s", plain.perSecond, { atLeast, note });
    add(`${name}, beside bare pg inserts of 50 rows`, ours.perSecond, "votes/s", bare);
    add(`${name}, ack p99`, ours.p99, "ms", plain.p99);
  }
  add("votes refused or failed", failed, "votes", null, { atMost: 0 });
};

/** So many votes a second as a hall gives, timed from when each was due. */
export const acks: Row = async (stage) => {
  const { port } = await stage.server();
  const { floor, seconds, generator, add } = stage;
  await warmUp(stage, port);
  const drip = { connections: 100, perSecond: 300, seconds };
  const plain = await generator.ask("atRate", { ...stage.votes(floor.port), ...drip });
  const ours = await generator.ask("atRate", { ...stage.votes(port), ...drip });
  add("ack p50 at 300 votes/s", ours.p50, "ms", plain.p50, { atMost: 40 });
  add("ack p99 at 300 votes/s", ours.p99, "ms", plain.p99, { atMost: 150 });
  add("of those refused or failed", ours.failed, "votes", null, { atMost: 0 });
};

/** The same while a hall of phones listens, between two times in which nobody does: the machine may change. */
export const listened: Row = async (stage) => {
  const { port } = await stage.server();
  const { seconds, add, members } = stage;
  await warmUp(stage, port);
  const count = stage.many(2_000);
  const storms = levels.map(({ connections }) => ({ ...stage.votes(port), connections, seconds }));
  const before = await inTurn(storms, (storm) => flood(stage, storm));
  const crowd = stage.crowd();
  await crowd.ask("openPhones", { at: stage.place(port), count, cookies: members });
  const heard = await inTurn(storms, (storm) => floodHeard(stage, crowd, storm));
  await crowd.ask("closePhones");
  crowd.end();
  const after = await inTurn(storms, (storm) => flood(stage, storm));
  for (const [n, { connections }] of levels.entries()) {
    const [quiet, loud, again] = [before[n] as Load, heard[n] as Load & { note: string }, after[n] as Load];
    const unheard = (quiet.perSecond + again.perSecond) / 2;
    add(`votes at ${connections} connections, ${count} listening, beside none`, loud.perSecond, "votes/s", unheard, {
      atLeast: Math.round(0.8 * unheard),
      note: loud.note,
    });
  }
};

async function inTurn<T, R>(all: readonly T[], run: (one: T) => Promise<R>) {
  const results: R[] = [];
  for (const one of all) results.push(await run(one));
  return results;
}

async function floodHeard(stage: Stage, crowd: Crowd, storm: Flood) {
  const taken = await crowd.ask("processorTaken");
  const load = await flood(stage, storm);
  const phones = ((await crowd.ask("processorTaken")) - taken) / (load.count / 1000);
  return { ...load, note: `${load.note}; not counting ${Math.round(phones)} of the phones` };
}

const warm = new Set<number>();

async function warmUp(stage: Stage, port: number) {
  if (warm.has(port)) return;
  warm.add(port);
  stage.say("warming up");
  await stage.generator.ask("flatOut", { ...stage.votes(port), connections: 50, seconds: 3 });
  await stage.generator.ask("flatOut", { ...stage.votes(stage.floor.port), connections: 50, seconds: 1 });
}

/** A flood, and what a vote of it cost each of those who took part. */
async function flood(stage: Stage, input: Flood): Promise<Load & { note: string }> {
  const isFloor = input.port === stage.floor.port;
  const server = isFloor ? stage.floor : await stage.server();
  const { value, spent } = await costing({ server: server.pid, database: isFloor ? null : stage.database.pid }, () =>
    stage.generator.ask("flatOut", input),
  );
  return { ...value, note: costNote({ ...spent, generator: value.generatorMs }, value.count, "vote") };
}
