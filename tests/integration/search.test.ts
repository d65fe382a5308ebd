import { expect, test } from "vitest";
import { searchLibrary } from "@/lib/search/queries/search";
import { suggestions } from "@/lib/search/queries/suggest";
import { published, word } from "@/tests/support/a-library";
import { asOwner } from "@/tests/support/as-owner";

const titles = async (reader: string | null, q: string, more: object = {}) =>
  (await searchLibrary(reader, { q, ...more })).hits.map(({ title }) => title);

test("identifiers are found by their parts, as they are written and as they are spoken", async () => {
  const w = word();
  await published({
    title: `Disk ${w}`,
    body: "Alert `NodeFilesystemSpaceFillingUp`, see /etc/nginx/conf.d/site.conf",
  });
  await published({ title: `Door ${w}`, body: "annotation kubernetes.io/ingress in us-east-1, aws" });
  await published({ title: `Tongues ${w}`, tech: ["c++"], body: "Also C# and .NET." });
  expect(await titles(null, `${w} nginx`)).toEqual([`Disk ${w}`]);
  expect(await titles(null, `${w} filesystem`)).toEqual([`Disk ${w}`]);
  expect(await titles(null, `${w} NodeFilesystemSpaceFillingUp`)).toEqual([`Disk ${w}`]);
  expect(await titles(null, `${w} site.conf`)).toEqual([`Disk ${w}`]);
  expect(await titles(null, `${w} ingress`)).toEqual([`Door ${w}`]);
  expect(await titles(null, `${w} us-east-1`)).toEqual([`Door ${w}`]);
  expect(await titles(null, `${w} aws`)).toEqual([`Door ${w}`]);
  for (const tongue of ["c++", "C#", ".net"]) expect(await titles(null, `${w} ${tongue}`)).toEqual([`Tongues ${w}`]);
  expect(await titles(null, `${w} c`)).toEqual([]);
});

test.each([
  ["en", "The databases were failing over", "database fails"],
  ["fr", "Les serveurs redémarraient sans cesse", "serveur redémarrer"],
  ["de", "Die Datenbanken liefen voll", "Datenbank lief"],
  ["nl", "De verbindingen werden verbroken", "verbinding"],
  ["es", "Los servidores fallaron otra vez", "servidor falló"],
])("prose in %s is found by another form of its words", async (lang, body, q) => {
  const w = word();
  await published({ title: w, lang, body });
  const first = q.split(" ")[0];
  expect(await titles(null, `${w} ${first}`)).toEqual([w]);
});

test("words that say nothing need not be there; quoted, excluded and alternative ones are minded", async () => {
  const w = word();
  await published({ title: `One ${w}`, body: "restart the proxy after the leader election" });
  await published({ title: `Two ${w}`, body: "restart the cache, elections of a leader" });
  expect(await titles(null, `how to restart the ${w} proxies`)).toEqual([`One ${w}`]);
  expect(await titles(null, `${w} "leader election"`)).toEqual([`One ${w}`]);
  expect(await titles(null, `${w} -proxies`)).toEqual([`Two ${w}`]);
  expect((await titles(null, `${w} proxy OR cache`)).sort()).toEqual([`One ${w}`, `Two ${w}`]);
});

test.each(["'", "\\", "a & | !", "((", '"', "-", "-only", ":*", "the", "\0", "%_", "OR", "'; drop", "🦶 ZQ"])(
  "nonsense (%j) finds nothing and breaks nothing",
  async (q) => {
    expect((await searchLibrary(null, { q })).hits.length).toBeLessThanOrEqual(20);
    await suggestions({ q });
  },
);

test("whoever types without end finds nothing", async () => {
  expect(await titles(null, "x".repeat(5_000))).toEqual([]);
});

test("a title weighs more than a name, a name more than a passing mention", async () => {
  const w = word();
  await published({ title: "Mentions it", body: `far down: ${w}` });
  await published({ title: "Is tagged with it", tags: [w] });
  await published({ title: `Is about ${w}` });
  expect(await titles(null, w)).toEqual([`Is about ${w}`, "Is tagged with it", "Mentions it"]);
});

test("results are narrowed down, counted, and paged without gap or repetition", async () => {
  const w = word();
  for (let n = 0; n < 45; n++)
    await published({
      title: `${w} ${n}`,
      tags: n % 3 ? ["odd"] : ["even", "third"],
      kind: n % 2 ? "recipe" : "postmortem",
    });
  const first = await searchLibrary(null, { q: w });
  expect(first).toMatchObject({ total: 45, more: false });
  const tags = first.boxes.find(({ group }) => group === "tag")?.facets.map(({ value, n }) => [value, n]);
  expect(tags).toEqual([
    ["odd", 30],
    ["even", 15],
    ["third", 15],
  ]);
  const seen = first.hits.map(({ title }) => title);
  for (let after = first.next; after; ) {
    const page = await searchLibrary(null, { q: w, after });
    seen.push(...page.hits.map(({ title }) => title));
    after = page.next;
  }
  expect(new Set(seen).size).toBe(45);
  expect(seen).toHaveLength(45);
  expect((await searchLibrary(null, { q: w, facets: ["tag:even", "kind:recipe"] })).total).toBe(7);
});

test("what works for many comes before what fails, and is of the best", async () => {
  const w = word();
  const [old] = [await published({ title: `${w} old` }), await published({ title: `${w} new` })];
  await asOwner(async (client) => {
    await client.query("update lib_pub.pub_entry set published_at = now() - interval '2 years' where id = $1", [
      old.id,
    ]);
    await client.query("select lib_pub.rank_anew(), lib_pub.recount_words()");
  });
  expect(await titles(null, w)).toEqual([`${w} new`, `${w} old`]);
  expect(await suggestions({ q: w.slice(0, -1) })).toEqual([w]);
});

test("what is public, and what is searched of it, is written by functions of the owner alone", async () => {
  const writable = await asOwner((owner) =>
    owner.query(`select c.oid::regclass::text as table, r.role, p.privilege from pg_class c,
      unnest(array['app', 'lib_reader']) r(role), unnest(array['insert', 'update', 'delete', 'truncate']) p(privilege)
      where c.relnamespace = 'lib_pub'::regnamespace and c.relkind in ('r', 'p') and case when p.privilege in ('insert', 'update')
        then has_any_column_privilege(r.role, c.oid, p.privilege) else has_table_privilege(r.role, c.oid, p.privilege) end`),
  );
  expect(writable.rows).toEqual([]);
  const tables = await asOwner((owner) =>
    owner.query("select from pg_class where relnamespace = 'lib_pub'::regnamespace and relkind = 'r'"),
  );
  expect(tables.rowCount).toBeGreaterThan(6);
});
