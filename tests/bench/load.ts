import { type Load, loadOf } from "./figures";
import { type HttpConnection, openConnections } from "./http-client";
import { machineNow, onSchedule, wait } from "./machine-clock";
import { questionsFor, type Target } from "./questions";

export type Flood = Target & { connections: number; seconds: number };

/** Each connection asks again as soon as it was answered. */
export async function flatOut(flood: Flood): Promise<Load> {
  const connections = await openConnections(flood.port, flood.connections);
  const next = questionsFor(flood);
  const times: number[] = [];
  let failed = 0;
  const used = process.cpuUsage();
  const began = machineNow();
  const end = began + flood.seconds * 1000;
  const keepAsking = (connection: HttpConnection, done: () => void) => {
    const asked = machineNow();
    connection.send(next(), (status) => {
      const now = machineNow();
      if (status === flood.expect) times.push(now - asked);
      else failed += 1;
      if (now < end && status !== 0) keepAsking(connection, done);
      else done();
    });
  };
  await Promise.all(connections.map((connection) => new Promise<void>((done) => keepAsking(connection, done))));
  const seconds = (machineNow() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  for (const connection of connections) connection.close();
  return loadOf({ times, seconds, failed, generatorMs: (user + system) / 1000 });
}

export type Drip = Flood & {
  perSecond: number;
  /** When the first is due, on the machine's clock; at once when absent. */
  from?: number;
};

/** So many a second whatever the answers take, each timed from when it was due: a slow server cannot hide. */
export async function atRate({ perSecond, from, ...flood }: Drip): Promise<Load> {
  const all = await openConnections(flood.port, flood.connections);
  const [free, late, times] = [[...all], [] as number[], [] as number[]];
  const next = questionsFor(flood);
  let failed = 0;
  const used = process.cpuUsage();
  const ask = (due: number) => {
    // in turn: one that rested for longer than the server keeps it would be closed when it is needed
    const connection = free.shift();
    if (!connection) return void late.push(due);
    connection.send(next(), (status) => {
      if (status === flood.expect) times.push(machineNow() - due);
      else failed += 1;
      if (status !== 0) free.push(connection);
      const waiting = late.shift();
      if (waiting !== undefined) ask(waiting);
    });
  };
  await onSchedule(from ?? machineNow(), 1000 / perSecond, perSecond * flood.seconds, (_, due) => ask(due));
  await answered(() => times.length + failed, perSecond * flood.seconds);
  const { user, system } = process.cpuUsage(used);
  for (const connection of all) connection.close();
  failed += perSecond * flood.seconds - times.length - failed;
  return loadOf({ times, seconds: flood.seconds, failed, generatorMs: (user + system) / 1000 });
}

const patienceMs = 15_000;

async function answered(count: () => number, wanted: number) {
  const end = machineNow() + patienceMs;
  while (count() < wanted && machineNow() < end) await wait(10);
}
