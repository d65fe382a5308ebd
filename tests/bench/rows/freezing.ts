import { contentOf } from "@/tests/chaos/content";
import { machineNow, wait } from "../machine-clock";
import { processorOf } from "../processor";
import type { Row, Stage } from "../stage";

const seconds = 20;

/** The board under a storm of votes: what every phone and the wall get in every second, and whoever was away. */
export const freezing: Row = async (stage) => {
  const { port, pid } = await stage.server();
  const count = stage.many(2_000);
  const away = { count: Math.ceil(count / 50), leaveAt: 0, returnAt: 0 };
  const [hall, wall] = [stage.crowd(), stage.crowd()];
  await hall.ask("openPhones", { at: stage.place(port), count: count + away.count, cookies: stage.members });
  await wall.ask("openPhones", { at: { ...stage.place(port), wall: stage.wallKey }, count: 1, cookies: [] });
  const from = machineNow() + 500;
  Object.assign(away, { leaveAt: from + 5_000, returnAt: from + 10_000 });
  const used = processorOf(pid);
  const storm = { ...stage.votes(port), connections: 100, perSecond: 300, seconds, from };
  const [load, phones, walls] = await Promise.all([
    stage.generator.ask("atRate", storm),
    hall.ask("watchSeconds", { from, seconds, away }),
    wall.ask("watchSeconds", { from, seconds, away: { ...away, count: 0 } }),
  ]);
  const core = (processorOf(pid) - used) / (seconds * 10);
  await wait(1_500);
  const unequal = (await unequalTo(stage, port, hall)) + (await unequalTo(stage, port, wall));
  stage.add(`300 votes/s: least frames in any second, ${count} phones`, phones.least, "frames/s", null, { atLeast: 2 });
  stage.add("300 votes/s: least frames in any second, the wall", walls.least, "frames/s", null, { atLeast: 2 });
  stage.add("phones that were away for 5 s, or not, unequal to the server", unequal, "phones", null, {
    atMost: 0,
    note: `${phones.returned} were away`,
  });
  stage.add("votes refused or failed meanwhile", load.failed, "votes", null, {
    atMost: 0,
    note: `ack p99 ${Math.round(load.p99)} ms, server ${Math.round(core)} % of a core`,
  });
  for (const crowd of [hall, wall]) await crowd.ask("closePhones").then(crowd.end);
};

/** How many phones of a crowd show another board than the server has, when nobody votes any more. */
async function unequalTo(stage: Stage, port: number, crowd: ReturnType<Stage["crowd"]>) {
  const answer = await fetch(`http://127.0.0.1:${port}/live/e/${stage.slug}/board?as=hall`);
  const wanted = contentOf((await answer.json()) as Parameters<typeof contentOf>[0]);
  const shown = await crowd.ask("boardsShown");
  return shown.reduce((sum, [content, phones]) => sum + (content === wanted ? 0 : phones), 0);
}
