import { memoryAlive } from "../collect";
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
type Sampled = { samples: Sample[]; alive: number[] };

/** Every five seconds: some phones leave and come back, and the memory is read; when warm and at the end what is alive. */
async function sample({ say }: Stage, crowd: Crowd, pid: number, seconds: number): Promise<Sampled> {
  const began = machineNow();
  const samples: Sample[] = [];
  const alive: number[] = [];
  for (let n = 1; n * sampleMs <= seconds * 1000; n++) {
    await wait(began + n * sampleMs - machineNow());
    await crowd.ask("comeAndGo", { count: perRound });
    samples.push({ atSeconds: (machineNow() - began) / 1000, megabytes: memoryOf(pid) });
    if (alive.length === 0 && isWarm(samples.at(-1), seconds)) alive.push(await memoryAlive(pid));
    if (n % 12 === 0) say(`  minute ${n / 12}: ${Math.round(samples.at(-1)?.megabytes ?? 0)} MB`);
  }
  alive.push(await memoryAlive(pid));
  return { samples, alive };
}

/** Warm from the fifth part on, which is minute 4 of 20. */
const isWarm = (sample: Sample | undefined, seconds: number) => (sample?.atSeconds ?? 0) >= seconds / 5;

/** Growth is that of what is alive. Of the readings between, both ends are the median of the samples around them. */
function tell({ add, many }: Stage, { samples, alive }: Sampled, seconds: number) {
  const warm = samples.filter((one) => isWarm(one, seconds));
  const span = Math.max(1, Math.round(warm.length / 16));
  const megabytes = warm.map((one) => one.megabytes);
  const [first, last] = [median(megabytes.slice(0, span)), median(megabytes.slice(-span))];
  const perHour = slopeOf(warm.map((one): [number, number] => [one.atSeconds / 3_600, one.megabytes]));
  const trend = (perHour * (seconds / 3_600) * 0.8 * 100) / first;
  const name = `soak: ${many(1_000)} sockets, ${Math.round(seconds / 6) / 10} min`;
  const [before = 0, after = 0] = alive;
  const fromTo = (a: number, b: number) => `from ${Math.round(a)} to ${Math.round(b)} MB`;
  add(`${name}: memory growth, garbage collected`, ((after - before) / before) * 100, "%", null, {
    atMost: 5,
    note: fromTo(before, after),
  });
  add(`${name}: memory growth, garbage included`, ((last - first) / first) * 100, "%", null, {
    note: `${fromTo(first, last)}; most ${Math.round(Math.max(...megabytes))}`,
  });
  add(`${name}: growth by linear trend`, trend, "%", null, { note: `${perHour.toFixed(1)} MB an hour` });
}
