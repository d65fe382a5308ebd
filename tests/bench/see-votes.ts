import { ears, phones } from "./crowd";
import { spreadOf } from "./figures";
import { HttpConnection } from "./http-client";
import { machineNow, wait } from "./machine-clock";
import { Sighting } from "./witnesses";

export type Watched = { port: number; path: string; cookie: string; topics: string[]; votes: number };

const patienceMs = 3_000;

/** One vote at a time, from the tap to its sight on each phone of this process. Nobody else votes on these topics. */
export async function seeVotes({ port, path, cookie, topics, votes }: Watched) {
  const voter = new HttpConnection(port);
  await voter.ready();
  const times: number[] = [];
  let missed = 0;
  for (let n = 0; n < votes; n++) {
    // at no particular moment of the tick
    await wait(100 + Math.random() * 400);
    const topicId = topics[n % topics.length] ?? "";
    const dots = 1 + (Math.floor(n / topics.length) % 2);
    const sighting = new Sighting(topicId, dots);
    ears.witness = sighting;
    const tapped = machineNow();
    const body = path === "/broadcast" ? { event: "seen", data: { dots } } : { topicId, dots };
    await voter.ask({ method: "PUT", path, cookie, body: JSON.stringify(body) });
    while (sighting.at.size < phones.length && machineNow() - tapped < patienceMs) await wait(5);
    missed += phones.length - sighting.at.size;
    for (const at of sighting.at.values()) times.push(at - tapped);
  }
  voter.close();
  return { ...spreadOf(times), missed, sightings: times.length };
}
