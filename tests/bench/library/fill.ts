import pg from "pg";
import { madeUp } from "./made-up";

const chunk = 2_000;
const spaces = 2_000;

/** Different texts, and what is searched of them: made once, for a million entries take their time. */
const prepare = `
  insert into bench.text (n, d, f, tsv, words)
    select $2::int + row_number() over () - 1, d, lib_pub.facets_of(d, now()), s.tsv, s.words
      from jsonb_array_elements($1::jsonb) d, lib_pub.searched_of(d) s`;

/** Entries from $1 to below $2, of $3 texts: as published ones, and in spaces, of which a few are large and many small. */
const publish = `
  with made as materialized (select gen_random_uuid() as id, i, t.*, now() - random() * interval '5 years' as at
    from generate_series($1::int, $2::int - 1) i join bench.text t on t.n = i % $3::int),
  entered as (insert into lib_pub.pub_entry (id, kind, slug, document, licence, credit, version, published_at)
    select id, (d ->> 'kind')::lib_priv.entry_sort, 'bench-' || i, d, 'MIT', 'Nobody', '1', at from made)
  insert into lib_pub.search_doc (entry_id, facets, tsv, words, published_at)
    select id, f || array['~1', '~2'] || lib_pub.samples_of(id), tsv, words, at from made`;
const write = `
  with ids as materialized (select array_agg(id order by id) as ids from lib_priv.space),
  made as materialized (select gen_random_uuid() as id, t.*, now() - random() * interval '5 years' as at,
      ids[1 + floor(${spaces} * random() ^ 2)::int] as space
    from ids, generate_series($1::int, $2::int - 1) i join bench.text t on t.n = i % $3::int),
  entered as (insert into lib_priv.entry (space_id, id, kind, document, created_at, updated_at)
    select space, id, (d ->> 'kind')::lib_priv.entry_sort, d, at, at from made)
  insert into lib_priv.search_doc (space_id, entry_id, facets, tsv, words, updated_at)
    select space, id, f || 'status:draft'::text, tsv, words, at from made`;

type Say = (line: string) => void;
type Part = { sql: string; values: () => unknown[] };

/** A library of that many entries, three fifths of them published, in 2,000 companies' spaces; and its statistics. */
export async function fillLibrary(
  ownerUrl: string,
  entries: number,
  say: Say = () => undefined,
  texts = Math.min(entries, 100_000),
) {
  const clients = await Promise.all([connected(ownerUrl), connected(ownerUrl)]);
  const [first] = clients;
  await first.query(`create schema bench; create unlogged table bench.text (n int primary key, d jsonb, f text[], tsv tsvector, words text[]);
    insert into org (slug, name) select 'bench-' || n, 'Bench ' || n from generate_series(1, ${spaces}) n`);
  const definition = await withoutIndexes(first);
  await first.query(all("disable"));
  const documents = (from: number, to: number) =>
    JSON.stringify(Array.from({ length: to - from }, (_, n) => madeUp(from + n)));
  await together(
    clients,
    parts(prepare, 0, texts, (from, to) => [documents(from, to), from]),
    say,
  );
  await first.query("analyze bench.text");
  const open = Math.round(entries * 0.6);
  const range = (from: number, to: number) => [from, to, texts];
  await together(clients, [...parts(publish, 0, open, range), ...parts(write, open, entries, range)], say);
  // six hundred thousand rows change at once here, and some at night: without the large indexes that takes a minute
  say("ranks");
  await first.query("set work_mem = '512MB'; select lib_pub.recount_words(); select lib_pub.rank_anew()");
  say("indexes");
  await first.query(`set maintenance_work_mem = '1GB'; drop schema bench cascade; ${definition}; ${all("enable")}`);
  await first.query("vacuum analyze");
  await Promise.all(clients.map((client) => client.end()));
}

const parts = (sql: string, begin: number, end: number, values: (from: number, to: number) => unknown[]): Part[] =>
  Array.from({ length: Math.ceil((end - begin) / chunk) }, (_, n) => {
    const from = begin + n * chunk;
    return { sql, values: () => values(from, Math.min(end, from + chunk)) };
  });

/** All parts, by whoever is free. */
async function together(clients: pg.Client[], todo: Part[], say: Say) {
  await Promise.all(
    clients.map(async (client) => {
      for (let part = todo.shift(); part; part = todo.shift()) {
        await client.query(part.sql, part.values());
        if (todo.length % 50 === 0) say(`${todo.length} parts to go`);
      }
    }),
  );
}

async function connected(ownerUrl: string) {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query("set synchronous_commit = off");
  return client;
}

/** What the statements above fill themselves, a million at once. */
const all = (verb: "enable" | "disable") =>
  ["lib_pub.pub_entry", "lib_pub.search_doc", "lib_priv.entry"]
    .map((table) => `alter table ${table} ${verb} trigger user`)
    .join("; ");

/** Takes the large indexes away; answers how to make them again. */
async function withoutIndexes(client: pg.Client) {
  const names = ["search_doc_text", "search_doc_rank", "search_doc_newest", "lexeme_df_like"];
  const { rows } = await client.query<{ indexdef: string }>(
    "select indexdef from pg_indexes where schemaname = 'lib_pub' and indexname = any ($1)",
    [names],
  );
  await client.query(names.map((name) => `drop index lib_pub.${name}`).join("; "));
  return rows.map(({ indexdef }) => indexdef).join("; ");
}
