import { env } from "@/lib/env";
import { spreadOf } from "../figures";
import { machineNow } from "../machine-clock";
import type { Place } from "../phone";
import { processorOf, settledMemoryOf } from "../processor";
import type { Crowd, Row, Stage } from "../stage";

/** Phones that only listen: 2,000 and 5,000 of them at a rate, what they weigh, and 10,000 at once. */
export const sockets: Row = async (stage) => {
  const plain = await listenAt(stage, stage.floor, stage.floor.port);
  const server = await stage.freshServer();
  const ours = await listenAt(stage, server, stage.place(server.port));
  await server.end("SIGKILL");
  const { add } = stage;
  for (const [at, atMost] of [
    ["few", 100],
    ["many", 250],
  ] as const) {
    const [here, there] = [ours[at], plain[at]];
    const name = `${here.phones} sockets × ${here.perSecond} Hz`;
    add(`${name}: lost`, here.lost, "messages", there.lost, { atMost: 0, note: `of ${here.count}` });
    add(`${name}: p99`, here.p99, "ms", there.p99, {
      atMost,
      note: `p50 ${Math.round(here.p50)}, most ${Math.round(here.most)}`,
    });
    add(`${name}: processor`, here.core, "% of a core", there.core, at === "few" ? { atMost: 25 } : {});
  }
  const { growth, phones } = ours.many;
  add(`${phones} sockets: more memory than none`, growth, "MB", plain.many.growth, {
    atMost: 300,
    note: `from ${Math.round(ours.before)} MB; ${Math.round((growth * 1024) / phones)} KB a socket`,
  });
  const { held } = ours;
  add(`${held.phones} sockets held: alive at the end`, held.open, "sockets", plain.held.open, { atLeast: held.phones });
  add(`${held.phones} sockets held: messages lost`, held.lost, "messages", null, {
    atMost: 0,
    note: `of ${held.count}`,
  });
  add(`${held.phones} sockets held: p99`, held.p99, "ms", plain.held.p99);
  add(`${held.phones} sockets held: more memory than none`, held.growth, "MB", plain.held.growth);
};

type Host = { pid: number };

async function listenAt(stage: Stage, host: Host, at: Place | number) {
  // no process of phones holds more sockets than a usual limit of open files allows
  const crowds = [stage.crowd(), stage.crowd()];
  await grow(stage, crowds, at, stage.many(200));
  await hear(stage, crowds, host, at, { perSecond: 4, seconds: 2 });
  for (const crowd of crowds) await crowd.ask("closePhones");
  const before = await settledMemoryOf(host.pid);
  const measured = async (phones: number, pace: Pace) => {
    await grow(stage, crowds, at, phones);
    const heard = await hear(stage, crowds, host, at, pace);
    return { phones, ...pace, ...heard, growth: (await settledMemoryOf(host.pid)) - before };
  };
  const few = await measured(stage.many(2_000), { perSecond: 4, seconds: stage.seconds });
  const many = await measured(stage.many(5_000), { perSecond: 2, seconds: stage.seconds });
  const held = await measured(stage.many(10_000), { perSecond: 1, seconds: 5 });
  const alive = await Promise.all(crowds.map((crowd) => crowd.ask("countPhones")));
  for (const crowd of crowds) await crowd.ask("closePhones").then(crowd.end);
  return { before, few, many, held: { ...held, open: alive.reduce((sum, { open }) => sum + open, 0) } };
}

/** Opens what is missing to so many, in equal shares. */
async function grow({ members }: Stage, crowds: Crowd[], at: Place | number, to: number) {
  await Promise.all(
    crowds.map(async (crowd, n) => {
      const { open } = await crowd.ask("countPhones");
      const share = Math.floor(to / crowds.length) + (n < to % crowds.length ? 1 : 0);
      if (share > open) await crowd.ask("openPhones", { at, count: share - open, cookies: members });
    }),
  );
}

type Pace = { perSecond: number; seconds: number };

/** Publishes at a rate, and hears what each phone had of it and when. */
async function hear(stage: Stage, crowds: Crowd[], host: Host, at: Place | number, { perSecond, seconds }: Pace) {
  for (const crowd of crowds) await crowd.ask("awaitDeliveries");
  const [from, published] = [machineNow() + 200, perSecond * seconds];
  const used = processorOf(host.pid);
  const publishing = { from, everyMs: 1000 / perSecond, times: published };
  const { PUSHER_APP_ID: appId, PUSHER_KEY: key, PUSHER_SECRET: secret } = env();
  const taken =
    typeof at === "number"
      ? await stage.generator.ask("publish", { ...publishing, port: at, to: null })
      : await stage.generator.ask("publish", {
          ...publishing,
          port: at.port,
          to: { appId, channel: at.channel, credentials: { key, secret } },
        });
  const took = machineNow() - from;
  const core = ((processorOf(host.pid) - used) / took) * 100;
  if (taken !== published) throw new Error(`Only ${taken} of ${published} messages were taken.`);
  const heard = await Promise.all(crowds.map((crowd) => crowd.ask("takeDeliveries", { published })));
  const times = Float64Array.from(heard.flatMap(({ times }) => [...times]));
  return { ...spreadOf(times), count: times.length, lost: heard.reduce((sum, { lost }) => sum + lost, 0), core };
}
