import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import { openBenchDatabase } from "@/tests/bench/hall";
import { aReader, fewHits, manyHits, reader, spaces, timed } from "@/tests/bench/library/ask";
import { fillLibrary } from "@/tests/bench/library/fill";
import { wordOf } from "@/tests/bench/library/made-up";

/** Every statement tells its plan, those inside functions too. */
const telling = {
  session_preload_libraries: "auto_explain",
  "auto_explain.log_min_duration": "0",
  "auto_explain.log_nested_statements": "on",
  "auto_explain.log_level": "notice",
  fsync: "off",
  shared_buffers: "512MB",
};

/** A minute's work on an idle machine; fewer to try things out. */
const entries = Number(process.env.PLAN_ENTRIES ?? 200_000);

let database: Awaited<ReturnType<typeof openBenchDatabase>>;
let who: Awaited<ReturnType<typeof aReader>>;
const told: string[] = [];

beforeAll(async () => {
  database = await openBenchDatabase(telling);
  await fillLibrary(database.ownerUrl, entries, undefined, 2_000);
  who = await aReader(database.ownerUrl, env().DATABASE_APP_URL, [1, 900, 1_500]);
  who.client.on("notice", ({ message = "" }) => told.push(message));
}, 900_000);
afterAll(async () => {
  await who?.client.end();
  await database?.stop();
});

const sought = "lib_pub.query_of($1, 'en')";
const inPublic: [what: string, sql: string, values: unknown[]][] = [
  ["two words", `select * from lib_pub.search(${sought}, '{}', null, null, 21)`, [fewHits(1)]],
  ["a common word", `select * from lib_pub.search(${sought}, '{}', null, null, 21)`, [manyHits(1)]],
  ["words and a facet", `select * from lib_pub.search(${sought}, array['tag:t3'], null, null, 21)`, [manyHits(1)]],
  ["a facet alone", "select * from lib_pub.search(null, array['kind:recipe'], null, null, 21)", []],
  ["nothing in particular", "select * from lib_pub.search(null, '{}', null, null, 21)", []],
  ["the next page", `select * from lib_pub.search(${sought}, '{}', 90000, gen_random_uuid(), 21)`, [manyHits(1)]],
  ["facets of a common word", `select * from lib_pub.survey(${sought}, '{}')`, [manyHits(1)]],
  ["facets of two words", `select * from lib_pub.survey(${sought}, '{}')`, [fewHits(1)]],
  ["facets of all", "select * from lib_pub.survey(null, '{}')", []],
  ["words while typing", "select * from lib_pub.go_on($1, 8)", [wordOf(400).slice(0, 3)]],
  ["a better spelling", "select lib_pub.meant($1)", [wordOf(400).replace(/^(...)./, "$1")]],
  [
    "similar ones",
    "select s.* from (select words from lib_pub.search_doc order by rank desc, published_at desc, entry_id limit 1) d, lib_pub.alike(d.words, null, 5) s",
    [],
  ],
];

/** Reads a whole index's table, and is no look at nothing. */
const sequential = /Seq Scan on (?!unnest|jsonb)\w*(search_doc|lexeme_df|pub_entry|entry)\b/;

async function plansOf(door: string, sql: string, values: unknown[]) {
  told.length = 0;
  await timed(who.client, door, sql, values);
  return told.join("\n");
}

test.each(inPublic)("%s: no plan reads a table from end to end", async (_what, sql, values) => {
  const plans = await plansOf(reader, sql, values);
  expect(plans).toMatch(/Index (Only )?Scan|Bitmap Index Scan/);
  expect(plans).not.toMatch(sequential);
});

test("in one's own spaces the rows of others are not even read", async () => {
  const sql = `select * from lib_priv.search(${sought}, '{}', null, null, 21)`;
  const plans = await plansOf(spaces(who.userId), sql, [manyHits(1)]);
  expect(plans).toMatch(/Index Cond: \(space_id = ANY/);
  expect(plans).not.toMatch(sequential);
});

test("without its index a search does read from end to end, and this test would see it", async () => {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query("drop index lib_pub.search_doc_text");
  await owner.end();
  const [, sql = "", values = []] = inPublic[1] ?? [];
  expect(await plansOf(reader, sql, values)).toMatch(sequential);
});
