import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import pg from "pg";
import { type Aim, type Figure, figure } from "../figures";
import { aReader, fewHits, manyHits, reader, spaces, spread, timed } from "./ask";
import { madeUp, wordOf } from "./made-up";

const times = 60;
const query = "lib_pub.query_of($1, 'en')";
const open = `select s.*, e.slug, p.* from lib_pub.search(${query}, '{}', null, null, 21) s join lib_pub.pub_entry e on e.id = s.id,
  lib_pub.shown(e.document, ${query}) p order by score desc`;
const own = `select s.*, p.* from lib_priv.search(${query}, '{}', null, null, 21) s join lib_priv.entry e on e.space_id = s.space_id and e.id = s.id,
  lib_pub.shown(e.document, ${query}) p order by score desc`;
const survey = `select * from lib_pub.survey(${query}, '{}')`;
const similar = `select s.*, e.slug from (select words, entry_id from lib_pub.search_doc where entry_id = $1) d,
  lib_pub.alike(d.words, d.entry_id, 5) s join lib_pub.pub_entry e on e.id = s.id`;

/** Every figure of the library's search, one after the other by one reader, beside what the same database does without us. */
export async function measureLibrary(ownerUrl: string, appUrl: string, say: (line: string) => void) {
  const figures: Figure[] = [];
  const usual = await aReader(ownerUrl, appUrl, [700, 1_100, 1_500]);
  const large = await aReader(ownerUrl, appUrl, [1, 2, 3]);
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  const { rows: some } = await owner.query<{ id: string }>(
    "select id from lib_pub.pub_entry tablesample system (0.2) limit 400",
  );
  const ids = some.map(({ id }) => id);
  const { client } = usual;
  const floor = (
    await spread(times, (n) =>
      timed(client, reader, "select document from lib_pub.pub_entry where id = any ($1)", [ids.slice(n, n + 20)]),
    )
  ).p95;
  const backends = await Promise.all([usual.client, large.client, owner].map(backendOf));
  const add: Add = async (name, base, ask, aim) => {
    const before = processorMs(backends);
    const { p50, p95, most } = await spread(times, ask);
    const cost = (processorMs(backends) - before) / (times + 5);
    const note = `p50 ${p50.toFixed(1)}, most ${most.toFixed(1)}; ${cost.toFixed(1)} ms of a processor each; load ${loadavg()[0]?.toFixed(0)}`;
    figures.push(figure(name, p95, "ms", base, { ...aim, note }));
    say(`${name}: ${p95.toFixed(1)} ms; ${note}`);
  };
  const both = (who: typeof usual, words: (nth: number) => string) => async (nth: number) =>
    (await timed(who.client, reader, open, [words(nth)])) +
    (await timed(who.client, spaces(who.userId), own, [words(nth)]));

  await add("search by two words, member of three spaces, p95", floor, both(usual, fewHits), { atMost: 50 });
  await add("the same, in the three largest spaces, p95", floor, both(large, fewHits), {});
  await add("search by a common word, p95", floor, both(usual, manyHits), { atMost: 60 });
  await add("facets and count of a common word, p95", floor, (n) => timed(client, reader, survey, [manyHits(n)]), {
    atMost: 60,
  });
  await add("facets and count of two words, p95", floor, (n) => timed(client, reader, survey, [fewHits(n)]), {
    atMost: 60,
  });
  await add("everything there is, best first, p95", floor, (n) => timed(client, reader, open, [n ? "" : " "]), {
    atMost: 60,
  });
  const starts = (n: number) => wordOf(300 + n * 11).slice(0, 2 + (n % 3));
  await add("type-ahead, p95", floor, (n) => timed(client, reader, "select * from lib_pub.go_on($1, 8)", [starts(n)]), {
    atMost: 20,
  });
  const typo = (n: number) => wordOf(5_000 + n * 17).replace(/^(...)./, "$1");
  await add("did you mean, p95", floor, (n) => timed(client, reader, "select lib_pub.meant($1)", [typo(n)]), {});
  await add("similar entries, p95", floor, (n) => timed(client, reader, similar, [ids[n * 3]]), { atMost: 50 });
  await publishing(owner, add);
  await Promise.all([owner.end(), usual.client.end(), large.client.end()]);
  return figures;
}

type Add = (name: string, base: number, ask: (nth: number) => Promise<number>, aim: Aim) => Promise<void>;

/** What a publication writes, with all that is searched of it, until it is committed. */
async function publishing(owner: pg.Client, add: Add) {
  await owner.query("create temp table bare (id uuid, document jsonb)");
  const insert = async (sql: string, n: number) => {
    const began = performance.now();
    await owner.query(sql, [randomUUID(), JSON.stringify(madeUp(2_000_000 + n))]);
    return performance.now() - began;
  };
  const bare = (await spread(times, (n) => insert("insert into bare values ($1, $2)", n))).p95;
  const publish = `insert into lib_pub.pub_entry (id, kind, slug, document, licence, credit, version)
    values ($1::uuid, ($2::jsonb ->> 'kind')::lib_priv.entry_sort, 'bench ' || $1::uuid, $2, 'MIT', 'Nobody', '1')`;
  await add("publish, p95", bare, (n) => insert(publish, n), { atMost: 100 });
}

const backendOf = async (client: pg.Client) =>
  (await client.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]?.pid ?? 0;

/** What these processes of PostgreSQL have taken of the processors: a busy machine makes answers late, not dear. */
const processorMs = (pids: readonly number[]) =>
  pids.reduce((sum, pid) => {
    const after = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return sum + 10 * (Number(after[11]) + Number(after[12]));
  }, 0);
