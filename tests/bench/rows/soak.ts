import { median, slopeOf } from "../figures";
import { machineNow, wait } from "../machine-clock";
import { memoryOf } from "../processor";
import type { Crowd, Row, Stage } from "../stage";

const sampleMs = 5_000;
const votesPerSecond = 20;
const perRound = 10;

/** A hall for so many minutes: phones that listen and come and go, and steady votes. What the server's memory does. */
export const soak =
  (minutes: number): Row =>
  async (stage) => {
    const server = await stage.freshServer();
    const crowd = stage.crowd();
    const count = stage.many(1_000);
    await crowd.ask("openPhones", { at: stage.place(server.port), count, cookies: stage.members });
    const seconds = minutes * 60;
    const voting = stage.generator.ask("atRate", {
      ...stage.votes(server.port),
      connections: 20,
      perSecond: votesPerSecond,
      seconds,
    });
    const sampled = await sample(stage, crowd, server.pid, seconds);
    const load = await voting;
    const counted = await crowd.ask("countPhones");
    tell(stage, sampled, seconds);
    stage.add(`soak: votes refused or failed, of ${load.count}`, load.failed, "votes", null, {
      atMost: 0,
      note: `ack p99 ${Math.round(load.p99)} ms`,
    });
    stage.add("soak: phones live at the end", counted.live, "phones", null, { atLeast: count });
    crowd.end();
    await server.end("SIGKILL");
  };

type Sample = { atSeconds: number; megabytes: number };

/** Every five seconds: some phones leave and come back, and the memory is read. */
async function sample({ say }: Stage, crowd: Crowd, pid: number, seconds: number) {
  const began = machineNow();
  const samples: Sample[] = [];
  for (let n = 1; n * sampleMs <= seconds * 1000; n++) {
    await wait(began + n * sampleMs - machineNow());
    await crowd.ask("comeAndGo", { count: perRound });
    samples.push({ atSeconds: (machineNow() - began) / 1000, megabytes: memoryOf(pid) });
    if (n % 12 === 0) say(`  minute ${n / 12}: ${Math.round(samples.at(-1)?.megabytes ?? 0)} MB`);
  }
  return samples;
}

/** Warm from the fifth part on, which is minute 4 of 20. Both ends are the median of the samples around them. */
function tell({ add, many }: Stage, samples: Sample[], seconds: number) {
  const warm = samples.filter(({ atSeconds }) => atSeconds >= seconds / 5);
  const span = Math.max(1, Math.round(warm.length / 16));
  const megabytes = warm.map((one) => one.megabytes);
  const [first, last] = [median(megabytes.slice(0, span)), median(megabytes.slice(-span))];
  const perHour = slopeOf(warm.map((one): [number, number] => [one.atSeconds / 3_600, one.megabytes]));
  const trend = (perHour * (seconds / 3_600) * 0.8 * 100) / first;
  const name = `soak: ${many(1_000)} sockets, ${Math.round(seconds / 6) / 10} min`;
  add(`${name}: memory growth`, ((last - first) / first) * 100, "%", null, {
    atMost: 5,
    note: `from ${Math.round(first)} to ${Math.round(last)} MB; most ${Math.round(Math.max(...megabytes))}`,
  });
  add(`${name}: growth by linear trend`, trend, "%", null, { note: `${perHour.toFixed(1)} MB an hour` });
}
