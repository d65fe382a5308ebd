import pg from "pg";
import { madeUp } from "./made-up";

const chunk = 2_000;
const spaces = 2_000;
const searched = "lib_pub.facets_of(d, at) f, lib_pub.searched_of(d) s";
const made = `made as materialized (select gen_random_uuid() as id, d, now() - random() * interval '5 years' as at,
  row_number() over () as n from jsonb_array_elements($1::jsonb) d)`;

/** Documents as published ones, and what is searched of them. */
const publish = `
  with ${made}, entered as (insert into lib_pub.pub_entry (id, kind, slug, document, licence, credit, version, published_at)
    select id, (d ->> 'kind')::lib_priv.entry_sort, 'bench-' || ($2::int + n), d, 'MIT', 'Nobody', '1', at from made)
  insert into lib_pub.search_doc (entry_id, facets, tsv, words, published_at)
    select id, f || array['~1', '~2'], s.tsv, s.words, at from made, ${searched}`;

/** Documents as entries of spaces, a few large ones and many small. */
const write = `
  with ${made}, ids as materialized (select array_agg(id order by id) as ids from lib_priv.space),
  placed as materialized (select made.*, ids[1 + floor(${spaces} * random() ^ 2 + 0 * $2::int)::int] as space from made, ids),
  entered as (insert into lib_priv.entry (space_id, id, kind, document, created_at, updated_at)
    select space, id, (d ->> 'kind')::lib_priv.entry_sort, d, at, at from placed)
  insert into lib_priv.search_doc (space_id, entry_id, facets, tsv, words, updated_at)
    select space, id, f || 'status:draft'::text, s.tsv, s.words, at from placed, ${searched}`;

/** A library of that many entries, three fifths of them published, in 2,000 companies' spaces; and its statistics. */
export async function fillLibrary(ownerUrl: string, entries: number, say: (line: string) => void = () => undefined) {
  const clients = await Promise.all([connected(ownerUrl), connected(ownerUrl)]);
  const [first] = clients;
  await first.query(
    `insert into org (slug, name) select 'bench-' || n, 'Bench ' || n from generate_series(1, ${spaces}) n`,
  );
  const definition = await withoutIndexes(first);
  await first.query(all("disable"));
  const parts = chunks(entries);
  await Promise.all(clients.map((client) => inParts(client, parts, say)));
  say("indexes");
  await first.query(`set maintenance_work_mem = '1GB'; ${definition}; ${all("enable")}`);
  await first.query("select lib_pub.recount_words(); select lib_pub.rank_anew()");
  await first.query("vacuum analyze");
  await Promise.all(clients.map((client) => client.end()));
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

async function inParts(client: pg.Client, parts: ReturnType<typeof chunks>, say: (line: string) => void) {
  for (let part = parts.shift(); part; part = parts.shift()) {
    const { sql, from, to } = part;
    const documents = Array.from({ length: to - from }, (_, n) => madeUp(from + n));
    await client.query(sql, [JSON.stringify(documents), from]);
    if (parts.length % 25 === 0) say(`${parts.length} parts to go`);
  }
}

/** Takes the large indexes away; answers how to make them again. */
async function withoutIndexes(client: pg.Client) {
  const names = ["search_doc_text", "search_doc_rank", "lexeme_df_like"];
  const { rows } = await client.query<{ indexdef: string }>(
    "select indexdef from pg_indexes where schemaname = 'lib_pub' and indexname = any ($1)",
    [names],
  );
  await client.query(names.map((name) => `drop index lib_pub.${name}`).join("; "));
  return rows.map(({ indexdef }) => indexdef).join("; ");
}

function chunks(entries: number) {
  const open = Math.round(entries * 0.6);
  const of = (sql: string, begin: number, end: number) =>
    Array.from({ length: Math.ceil((end - begin) / chunk) }, (_, n) => ({
      sql,
      from: begin + n * chunk,
      to: Math.min(end, begin + (n + 1) * chunk),
    }));
  return [...of(publish, 0, open), ...of(write, open, entries)];
}
