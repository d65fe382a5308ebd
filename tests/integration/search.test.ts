import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { askSpace, enterPublic, enterSpace, performInSpace } from "@/lib/db/enter-space";
import { forgetSearch, keepSearch, viewKeptSearches } from "@/lib/search/commands";
import { suggestions } from "@/lib/search/meant";
import { searchLibrary, searchSpace } from "@/lib/search/queries";
import { similarToEntry, similarToPublished } from "@/lib/search/similar";
import { published, withdrawn, written } from "@/tests/support/a-library";
import { anOrgSpace, aPersonalSpace } from "@/tests/support/a-space";
import { asOwner } from "@/tests/support/as-owner";

/** A word that nothing else here has, nor one like it. */
const word = () => Array.from(randomBytes(12), (byte) => String.fromCharCode(97 + (byte % 26))).join("");

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

test("whoever is in a space finds what lies in it beside what is published; nobody else learns that it is there", async () => {
  const w = word();
  const [mine, company, other] = [await aPersonalSpace(), await anOrgSpace(), await anOrgSpace()];
  await published({ title: `Open ${w}` });
  await written(mine, { title: `Mine ${w}`, tags: [`${w}-tag`] });
  await written(company.owner, { title: `Ours ${w}` });
  expect((await titles(mine.userId, w)).sort()).toEqual([`Mine ${w}`, `Open ${w}`]);
  expect((await titles(company.owner.userId, w)).sort()).toEqual([`Open ${w}`, `Ours ${w}`]);
  for (const reader of [null, other.owner.userId, (await company.asStranger()).userId]) {
    const found = await searchLibrary(reader, { q: w });
    expect(found.hits.map(({ title }) => title)).toEqual([`Open ${w}`]);
    expect(found.total).toBe(1);
    expect(JSON.stringify(found.boxes)).not.toContain(w);
  }
  const inside = await askSpace(searchSpace, company.owner, { q: w });
  expect(inside.hits.map(({ title }) => title)).toEqual([`Ours ${w}`]);
  await expect(askSpace(searchSpace, { ...other.owner, space: company.space }, { q: w })).rejects.toMatchObject({
    reason: "not-found",
  });
});

test("no word of what is not published is suggested, corrected to, or counted", async () => {
  const [secret, open] = [word(), word()];
  const mine = await aPersonalSpace();
  await written(mine, { title: secret, tags: [secret], body: `# ${secret}` });
  await published({ title: open });
  expect(await suggestions({ q: `restart ${open.slice(0, -1)}` })).toEqual([`restart ${open}`]);
  expect(await suggestions({ q: secret.slice(0, -1) })).toEqual([]);
  const typo = (of: string) => `${of.slice(0, 3)}${of.slice(4)}`;
  expect((await searchLibrary(mine.userId, { q: typo(secret) })).meant).not.toBe(secret);
  expect((await searchLibrary(null, { q: typo(open) })).meant).toBe(open);
  const words = await enterPublic(
    (tx) => tx.$queryRaw<{ word: string }[]>`select word from lib_pub.lexeme_df where word = ${secret}`,
  );
  expect(words).toEqual([]);
});

test("what was withdrawn, renamed or deleted is found by nothing it said, nor suggested", async () => {
  const [gone, before, after, thrown] = [word(), word(), word(), word()];
  const one = await published({ title: gone });
  await withdrawn(one.id);
  expect(await titles(null, gone)).toEqual([]);
  expect(await suggestions({ q: gone.slice(0, -1) })).toEqual([]);
  const two = await published({ title: before });
  await asOwner((client) =>
    client.query(
      "update lib_pub.pub_entry set document = jsonb_set(document, '{title}', to_jsonb($2::text)) where id = $1",
      [two.id, after],
    ),
  );
  expect([await titles(null, before), await titles(null, after)]).toEqual([[], [after]]);
  expect(await suggestions({ q: before.slice(0, -1) })).toEqual([]);
  const mine = await aPersonalSpace();
  const id = await written(mine, { title: thrown });
  expect(await titles(mine.userId, thrown)).toEqual([thrown]);
  await enterSpace(mine, "owner", ({ tx, space }) =>
    tx.entry.update({ where: { spaceId_id: { spaceId: space.id, id } }, data: { deletedAt: new Date() } }),
  );
  expect(await titles(mine.userId, thrown)).toEqual([]);
});

test("similar ones say what they share, and one's own are shown to oneself alone", async () => {
  const [a, b, c] = [word(), word(), word()];
  const [one, two] = [await published({ title: `One ${a} ${b} ${c}` }), await published({ title: `Two ${a} ${b}` })];
  await published({ title: `Three ${word()}` });
  expect(await similarToPublished(one.id)).toMatchObject([
    { id: two.id, title: `Two ${a} ${b}`, shared: [a, b].sort() },
  ]);
  const [company, other] = [await anOrgSpace(), await anOrgSpace()];
  const id = await written(company.owner, { title: `Ours ${a} ${c}` });
  const also = await written(company.owner, { title: `Also ours ${a} ${c}` });
  const near = await similarToEntry(company.owner, id);
  expect(near.map((entry) => entry.id)).toEqual([also, one.id, two.id]);
  expect((await similarToPublished(one.id)).map((entry) => entry.id)).toEqual([two.id]);
  await expect(similarToEntry({ ...other.owner, space: company.space }, id)).rejects.toMatchObject({
    reason: "not-found",
  });
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

test("a search is kept in a space for who is in it, and forgotten by its maker or an editor", async () => {
  const company = await anOrgSpace();
  const member = await company.as();
  const id = await performInSpace(keepSearch, member, {
    name: "Leaders",
    q: "etcd leader",
    facets: "tag:etcd\nkind:recipe",
  });
  const kept = [{ id, name: "Leaders", q: "etcd leader", facets: ["tag:etcd", "kind:recipe"] }];
  expect(await askSpace(viewKeptSearches, company.owner, undefined)).toEqual(kept);
  await expect(performInSpace(forgetSearch, await company.as(), { id })).rejects.toMatchObject({ reason: "not-found" });
  await performInSpace(forgetSearch, company.owner, { id });
  expect(await askSpace(viewKeptSearches, member, undefined)).toEqual([]);
});
