import type { Row, Stage } from "../stage";

const withinMs = 10_000;

/** A hall that comes at once: from the QR code over the page to the first dot, which joins. */
export const joins: Row = async (stage) => {
  const { port } = await stage.server();
  const guests = stage.many(500);
  const assets = await assetsOf(port, stage.slug);
  await run(stage, port, { guests: 20, way: "page", assets });
  const lane = await run(stage, port, { guests, way: "lane", assets: [] });
  const laneFloor = await run(stage, stage.floor.port, { guests, way: "lane", assets: [] });
  const page = await run(stage, port, { guests, way: "page", assets: [] });
  const pageFloor = await run(stage, stage.floor.port, { guests, way: "page", assets: [] });
  const cold = await run(stage, port, { guests, way: "page", assets });
  const { add } = stage;
  const name = `${guests} guests join within ${withinMs / 1000} s, p99`;
  add(`${name}: the join alone`, lane.join.p99, "ms", laneFloor.join.p99, { atMost: 1_000, note: noteOf(lane.join) });
  add(`${name}: QR code → page → join → first dot`, page.whole.p99, "ms", pageFloor.whole.p99, {
    atMost: 1_000,
    note: `${noteOf(page.whole)}; the join in it ${Math.round(page.join.p99)}`,
  });
  add(`${name}: the same with all ${assets.length} scripts and styles`, cold.whole.p99, "ms", null, {
    note: noteOf(cold.whole),
  });
  add("guests who could not join", lane.join.failed + page.whole.failed + cold.whole.failed, "guests", null, {
    atMost: 0,
  });
};

const noteOf = ({ p50, most }: { p50: number; most: number }) => `p50 ${Math.round(p50)}, most ${Math.round(most)}`;

type Some = { guests: number; way: "lane" | "page"; assets: string[] };

/** In a process of their own: they come one by one, each with connections of its own. */
async function run(stage: Stage, port: number, some: Some) {
  const crowd = stage.crowd();
  const share = some.guests / stage.many(500);
  const guests = { ...some, port, slug: stage.slug, code: "BENCH", topics: stage.topics, withinMs: withinMs * share };
  const joined = await crowd.ask("joinAll", guests);
  crowd.end();
  return joined;
}

/** What the event's first page names, as a browser would fetch it. */
async function assetsOf(port: number, slug: string) {
  const html = await (await fetch(`http://127.0.0.1:${port}/e/${slug}`)).text();
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const wanted = tags.filter(
    (tag) => /^<script|rel="(stylesheet|preload|icon)"/.test(tag) && !/\bnomodule\b/i.test(tag),
  );
  return [...new Set(wanted.flatMap((tag) => /(?:src|href)="(\/[^"]+)"/.exec(tag)?.[1] ?? []))];
}
