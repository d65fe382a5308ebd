import { expect, test } from "vitest";
import { askSpace, enterPublic, enterSpace, performInSpace } from "@/lib/db/enter-space";
import { forgetSearch, keepSearch } from "@/lib/search/commands";
import { viewKeptSearches } from "@/lib/search/queries/kept";
import { searchLibrary, searchSpace } from "@/lib/search/queries/search";
import { similarToEntry, similarToPublished } from "@/lib/search/queries/similar";
import { suggestions } from "@/lib/search/queries/suggest";
import { published, withdrawn, word, written } from "@/tests/support/a-library";
import { anOrgSpace, aPersonalSpace } from "@/tests/support/a-space";
import { asOwner } from "@/tests/support/as-owner";

const titles = async (reader: string | null, q: string, more: object = {}) =>
  (await searchLibrary(reader, { q, ...more })).hits.map(({ title }) => title);

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
  expect(near.map((entry) => entry.id)).toEqual([also, one.id]);
  expect((await similarToPublished(one.id)).map((entry) => entry.id)).toEqual([two.id]);
  await expect(similarToEntry({ ...other.owner, space: company.space }, id)).rejects.toMatchObject({
    reason: "not-found",
  });
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
