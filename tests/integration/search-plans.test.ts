import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import { openBenchDatabase } from "@/tests/bench/hall";
import { aReader, fewHits, manyHits, reader, spaces, timed } from "@/tests/bench/library/ask";
import { fillLibrary } from "@/tests/bench/library/fill";
import { wordOf } from "@/tests/bench/library/made-up";
import { asOwner } from "@/tests/support/as-owner";

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
  await asOwner((owner) => owner.query(reports, [who.userId]), database.ownerUrl);
  who.client.on("notice", ({ message = "" }) => told.push(message));
}, 900_000);
afterAll(async () => {
  await who?.client.end();
  await database?.stop();
});

/** That a hundredth of what is published works somewhere; the statistics know of it. */
const reports = `
  with one as (select $1::uuid as id),
  said as (insert into lib_pub.works_report (entry_id, version, user_id, env_key, env, outcome)
    select entry_id, '1', one.id, 'kubernetes 1.' || n % 9 || ', rhel ' || n % 3, '[]', 'works'
      from one, (select entry_id, row_number() over () as n from lib_pub.search_doc where facets @> array['~50'] limit 2000) d returning 1)
  select count(*) from said`;

const sought = "lib_pub.query_of($1, 'en')";
const inPublic: [what: string, sql: string, values: unknown[]][] = [
  ["two words", `select * from lib_pub.search(${sought}, '{}', null, null, 21)`, [fewHits(1)]],
  ["a common word", `select * from lib_pub.search(${sought}, '{}', null, null, 21)`, [manyHits(1)]],
  ["words and a facet", `select * from lib_pub.search(${sought}, array['tag:t3'], null, null, 21)`, [manyHits(1)]],
  ["a facet alone", "select * from lib_pub.search(null, array['kind:recipe'], null, null, 21)", []],
  ["where it works", "select * from lib_pub.search(null, array['env:kubernetes 1.3'], null, null, 21)", []],
  [
    "words and where it works",
    `select * from lib_pub.search(${sought}, array['env:rhel 2'], null, null, 21)`,
    [manyHits(1)],
  ],
  ["a tag alone", "select * from lib_pub.search(null, array['tag:t3'], null, null, 21)", []],
  ["the feed of two words", `select * from lib_pub.newest(${sought}, '{}', null, null, 51)`, [fewHits(1)]],
  ["the feed of a common word", `select * from lib_pub.newest(${sought}, '{}', null, null, 51)`, [manyHits(1)]],
  ["the feed of a tag", "select * from lib_pub.newest(null, array['tag:t3'], null, null, 51)", []],
  ["the feed of a kind", "select * from lib_pub.newest(null, array['kind:recipe'], null, null, 51)", []],
  [
    "the list's next page",
    "select * from lib_pub.newest(null, array['kind:recipe'], now(), gen_random_uuid(), 51)",
    [],
  ],
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

const list = (after: string) => `select e.id, e.slug from lib_pub.pub_entry e
   where e.withdrawn_at is null and (${after}::timestamptz is null or (e.published_at, e.id) < (${after}::timestamptz, gen_random_uuid()))
   order by e.published_at desc, e.id desc limit 51`;
test.each([
  ["all that is published, for the feed and the API", list("null")],
  ["its next page", list("now()")],
  ["a public page", "select * from lib_pub.pub_entry where slug = 'bench-77'"],
])("%s: no plan reads a table from end to end, though it might", async (_what, sql) => {
  const plans = await plansOf(reader, sql, []);
  expect(plans).toMatch(/Index (Only )?Scan/);
  expect(plans).not.toMatch(sequential);
});

const inSpaces: [what: string, sql: string][] = [
  ["a facet", "select * from lib_priv.search(null, array['kind:recipe'], null, null, 21)"],
  ["where it works", "select * from lib_priv.search(null, array['env:rhel 2'], null, null, 21)"],
  ["an event", "select * from lib_priv.search(null, array['event:A day', 'tag:t3'], null, null, 21)"],
  ["facets", "select * from lib_priv.survey(null, '{}')"],
  ["the feed of a search", "select * from lib_priv.newest(null, array['kind:recipe'], array['status:draft'], 100)"],
];
test.each(inSpaces)(
  "%s in one's own spaces: neither rows of others nor a table from end to end",
  async (_what, sql) => {
    const plans = await plansOf(spaces(who.userId), sql, []);
    expect(plans).toMatch(/Index Cond: \(space_id = ANY/);
    expect(plans).not.toMatch(sequential);
  },
);

test("in one's own spaces the rows of others are not even read", async () => {
  const sql = `select * from lib_priv.search(${sought}, '{}', null, null, 21)`;
  const plans = await plansOf(spaces(who.userId), sql, [manyHits(1)]);
  expect(plans).toMatch(/Index Cond: \(space_id = ANY/);
  expect(plans).not.toMatch(sequential);
});

test("without its index a search does read from end to end, and this test would see it", async () => {
  await asOwner((owner) => owner.query("drop index lib_pub.search_doc_text"), database.ownerUrl);
  const [, sql = "", values = []] = inPublic[1] ?? [];
  expect(await plansOf(reader, sql, values)).toMatch(sequential);
});
