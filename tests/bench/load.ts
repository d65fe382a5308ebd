import { type Load, loadOf } from "./figures";
import { type Ask, openConnections } from "./http-client";

export type Target = {
  port: number;
  connections: number;
  seconds: number;
  /** Cookies of different members: nobody votes a thousand times a second. */
  cookies: string[];
  topics: string[];
  /** `{topic}` votes when it is a PUT; anything else is asked as it stands. */
  ask: Ask;
  expect: number;
};

/** How many votes a server has had: the next measurement goes on where the last one ended. */
const turns = new Map<number, number>();

/** Each connection asks again as soon as it was answered. */
export async function flatOut(target: Target): Promise<Load> {
  const connections = await openConnections(target.port, target.connections);
  const end = Date.now() + target.seconds * 1000;
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  await Promise.all(
    connections.map(async (connection) => {
      while (Date.now() < end) {
        const asked = performance.now();
        const status = await connection.ask(question(target));
        if (status === target.expect) times.push(performance.now() - asked);
        else failed += 1;
        if (status === 0) return;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const connection of connections) connection.close();
  return loadOf(times, seconds, failed);
}

/** So many a second whatever the answers take, each timed from when it was due: a slow server cannot hide. */
export async function atRate({ perSecond, ...target }: Target & { perSecond: number }): Promise<Load> {
  const free = await openConnections(target.port, target.connections);
  const all = [...free];
  const due: number[] = [];
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  const serve = async (at: number) => {
    const connection = free.pop();
    if (!connection) return void due.push(at);
    const status = await connection.ask(question(target));
    if (status === target.expect) times.push(performance.now() - at);
    else failed += 1;
    free.push(connection);
    const next = due.shift();
    if (next !== undefined) void serve(next);
  };
  for (let n = 0; n < perSecond * target.seconds; n++) {
    const at = began + (n * 1000) / perSecond;
    const wait = at - performance.now();
    if (wait > 1) await new Promise((done) => setTimeout(done, wait));
    void serve(at);
  }
  while (free.length < all.length || due.length > 0) await new Promise((done) => setTimeout(done, 10));
  for (const connection of all) connection.close();
  return loadOf(times, target.seconds, failed);
}

/** Every vote changes something: each member gives 1, then 2, then takes back, on five topics of their own choice. */
function question({ port, ask, cookies, topics }: Target): Ask {
  const turn = turns.get(port) ?? 0;
  turns.set(port, turn + 1);
  const member = turn % cookies.length;
  const round = Math.floor(turn / cookies.length);
  const cookie = cookies[member];
  if (ask.method !== "PUT") return { ...ask, ...(cookie && { cookie }) };
  const topicId = topics[(member + (round % 5) * 6) % topics.length];
  const dots = [1, 2, 0][Math.floor(round / 5) % 3];
  return { ...ask, body: JSON.stringify({ topicId, dots }), ...(cookie && { cookie }) };
}
