import { costing, costNote } from "../cost";
import { wait } from "../machine-clock";
import type { Row, Stage } from "../stage";

/** Reads of the board, unchanged and whole, each beside plain node:http answering the same. */
export const boards: Row = async (stage) => {
  const { port } = await stage.server();
  const path = `/live/e/${stage.slug}/board`;
  // the last tick of the last storm
  await wait(1_500);
  const whole = { "accept-encoding": "br" };
  const { headers } = await fetch(`http://127.0.0.1:${port}${path}`, { headers: whole });
  const known = { ...whole, "if-none-match": headers.get("etag") ?? "" };
  await reads(stage, port, whole, 200, 1);
  const floor304 = await reads(stage, stage.floor.port, known, 304, Math.min(stage.seconds, 4));
  const ours304 = await reads(stage, port, known, 304, stage.seconds);
  stage.add("board reads, 304", ours304.perSecond, "reads/s", floor304.perSecond, {
    atLeast: 15_000,
    note: `${ours304.note}; floor: ${floor304.note}`,
  });
  const floorBody = await reads(stage, stage.floor.port, whole, 200, Math.min(stage.seconds, 4));
  const body = await reads(stage, port, whole, 200, stage.seconds);
  stage.add("board reads, compressed body", body.perSecond, "reads/s", floorBody.perSecond, {
    atLeast: 8_000,
    note: body.note,
  });
  stage.add("board reads that failed", ours304.failed + body.failed, "reads", null, { atMost: 0 });
};

async function reads(stage: Stage, port: number, headers: Record<string, string>, expect: number, seconds: number) {
  const ask = { method: "GET", path: `/live/e/${stage.slug}/board`, headers };
  const target = { ...stage.votes(port), cookies: [], ask, expect, connections: 50, seconds };
  const { pid } = port === stage.floor.port ? stage.floor : await stage.server();
  const reading = () => stage.generator.ask("flatOut", target);
  const { value, spent } = await costing({ server: pid, database: null }, reading);
  return { ...value, note: costNote({ ...spent, generator: value.generatorMs }, value.count, "read") };
}
