import type { Row, Stage } from "../stage";

/** From the tap on one phone to its sight on each of the others, while the hall goes on voting. */
export const seen: Row = async (stage) => {
  const { port } = await stage.server();
  const count = stage.many(2_000);
  const votes = 40;
  const plain = await watched(stage, { port: stage.floor.port, path: "/broadcast", votes: votes / 2, count });
  const hall = stage.generator.ask("atRate", {
    ...stage.votes(port),
    connections: 50,
    perSecond: 50,
    seconds: 35,
  });
  const ours = await watched(stage, { port, path: `/live/e/${stage.slug}/dots`, votes, count });
  await hall;
  const note = `p50 ${Math.round(ours.p50)}, p99 ${Math.round(ours.p99)}; 50 others vote each second`;
  stage.add(`vote → seen on ${count} other phones, p95`, ours.p95, "ms", plain.p95, { atMost: 400, note });
  stage.add("of those never seen", ours.missed, "sightings", null, { atMost: 0, note: `of ${votes * count}` });
};

type Watch = { port: number; path: string; votes: number; count: number };

async function watched(stage: Stage, { count, ...watch }: Watch) {
  const crowd = stage.crowd();
  const at = watch.path === "/broadcast" ? watch.port : stage.place(watch.port);
  await crowd.ask("openPhones", { at, count, cookies: stage.members });
  const { topics, cookies } = stage.watched;
  const seen = await crowd.ask("seeVotes", { ...watch, topics, cookie: cookies.pop() ?? "" });
  await crowd.ask("closePhones");
  crowd.end();
  return seen;
}
