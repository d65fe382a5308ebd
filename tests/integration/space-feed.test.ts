import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { performInOrg } from "@/lib/db/enter-org";
import { askSpace, enterSpace, performInSpace } from "@/lib/db/enter-space";
import { hashToken } from "@/lib/db/session";
import { setStatus } from "@/lib/entry/commands/keep";
import { entryDocument } from "@/lib/entry/input";
import { beginEntry } from "@/lib/entry/save";
import { removeFromOrg } from "@/lib/org/commands/members";
import { withdrawPublication } from "@/lib/publication/commands";
import { keepSearch } from "@/lib/search/commands";
import { endSpaceToken, makeSpaceToken } from "@/lib/token/commands";
import { viewSpaceTokens } from "@/lib/token/queries";
import { privateFeed, publicFeed } from "@/lib/web/feed";
import { anEntry, aPublished } from "@/tests/support/a-published";
import { anOrgSpace } from "@/tests/support/a-space";
import { asOwner } from "@/tests/support/as-owner";

vi.mock("server-only", () => ({}));
vi.mock("next-intl/server", () => ({ getLocale: async () => "en", getTranslations: async () => (key: string) => key }));

test("a feed tells of what is done in its space, to who holds its token, as long as its maker is there", async () => {
  const space = await anOrgSpace();
  const member = await space.as();
  const ids: string[] = [];
  for (const title of ["Rough & <b>new</b>", "Done \u0001 & <b>dusted</b>"]) {
    const document = entryDocument.parse({ kind: "recipe", title, tags: ["k8s"], body: "Hidden body." });
    ids.push(await enterSpace(space.owner, "editor", (scope) => beginEntry(scope, { document })));
  }
  await performInSpace(setStatus, space.owner, { id: ids[1] ?? "", status: "final" });
  const { token } = await performInSpace(makeSpaceToken, member, { label: "reader", scope: "feed", days: 1 });

  const atom = await privateFeed(token, "atom");
  expect(atom.headers.get("cache-control")).toBe("private, no-store");
  const text = await atom.text();
  expect(text).toContain(`/s/${space.space}/${ids[1]}`);
  for (const none of ["Rough", "Hidden", "<b>", "\u0001"]) expect(text).not.toContain(none);
  expect(text).toContain("&#60;b&#62;dusted");
  const json = JSON.parse(await (await privateFeed(token, "json")).text());
  expect(json.items).toMatchObject([{ title: "Done  & <b>dusted</b>", tags: ["k8s"] }]);

  const other = await anOrgSpace();
  const theirs = await performInSpace(makeSpaceToken, other.owner, { label: "reader", scope: "feed", days: 1 });
  expect(await (await privateFeed(theirs.token, "atom")).text()).not.toContain("dusted");
  await performInOrg(removeFromOrg, space.org.owner, { id: member.memberId });
  const [gone, none] = [await privateFeed(token, "atom"), await privateFeed(`tfs_${"0".repeat(43)}`, "atom")];
  expect([gone.status, await gone.text(), none.status, await none.text()]).toEqual([404, "", 404, ""]);
});

test("the public feed tells nothing of what is not published", async () => {
  const space = await anOrgSpace();
  const document = entryDocument.parse({ kind: "recipe", title: "Only ours", tags: ["k8s"] });
  await enterSpace(space.owner, "editor", (scope) => beginEntry(scope, { document }));
  const ask = (path: string, format: string) =>
    publicFeed(new Request(`http://localhost/library/feed/${format}${path}`), format);
  for (const path of ["", "?tag=k8s", "?tech=c%2B%2B&kind=recipe"]) {
    const answer = await ask(path, "atom");
    expect(answer.headers.get("cache-control")).toContain("public");
    expect(await answer.text()).not.toContain("Only ours");
  }
  expect([(await ask("?other=1", "atom")).status, (await ask("", "rss")).status]).toEqual([404, 404]);
});

test("a search that is kept has a feed: what it finds, by a token of its space, and nothing when that is gone", async () => {
  const space = await anOrgSpace();
  const member = await space.as();
  const [word, other] = [`quokka${space.space.slice(0, 8)}`, `numbat${space.space.slice(0, 8)}`];
  const write = async (who: typeof space.owner, title: string, status: "draft" | "final") => {
    const document = entryDocument.parse({ kind: "recipe", title, tags: ["k8s"], body: `About ${word}.` });
    const id = await enterSpace(who, "editor", (scope) => beginEntry(scope, { document }));
    if (status !== "draft") await performInSpace(setStatus, who, { id, status });
    return id;
  };
  const [older, newer] = [await write(space.owner, "Older", "final"), await write(space.owner, "Newer", "final")];
  await write(space.owner, "Nobody's news", "draft");
  const elsewhere = await anOrgSpace();
  await write(elsewhere.owner, "Not ours", "final");
  const keep = (q: string, who: typeof space.owner = member) =>
    performInSpace(keepSearch, who, { name: `About ${q}`, q, facets: "tag:k8s" });
  const [found, none, theirs] = [await keep(word), await keep(other), await keep(word, elsewhere.owner)];
  const { token } = await performInSpace(makeSpaceToken, member, { label: "reader", scope: "feed", days: 1 });

  const atom = await privateFeed(token, "atom", found);
  expect(atom.headers.get("cache-control")).toBe("private, no-store");
  const text = await atom.text();
  expect(text.match(/<id>urn:uuid:.*?<\/id>/g)).toEqual([found, newer, older].map((id) => `<id>urn:uuid:${id}</id>`));
  expect(JSON.parse(await (await privateFeed(token, "json", none)).text()).items).toEqual([]);
  // a search of another space, of nobody, and what is no id: nothing, and the same nothing
  for (const no of [theirs, randomUUID(), "'", `${word}`])
    expect((await privateFeed(token, "atom", no)).status, no).toBe(404);

  await performInOrg(removeFromOrg, space.org.owner, { id: member.memberId });
  expect((await privateFeed(token, "atom", found)).status).toBe(404);
});

test("an expired token and an ended one yield nothing of a search", async () => {
  const space = await anOrgSpace();
  const id = await performInSpace(keepSearch, space.owner, { name: "All recipes", q: "", facets: "kind:recipe" });
  const make = (who: typeof space.owner) =>
    performInSpace(makeSpaceToken, who, { label: "reader", scope: "feed", days: 1 });
  const status = async (token: string) => (await privateFeed(token, "json", id)).status;
  const { token } = await make(space.owner);
  expect(await status(token)).toBe(200);
  const end = "update lib_priv.space_token set expires_at = now() - interval '1 minute' where token_hash = $1";
  await asOwner((owner) => owner.query(end, [hashToken(token)]));
  expect(await status(token)).toBe(404);
  const { token: second } = await make(space.owner);
  const { tokens } = await askSpace(viewSpaceTokens, space.owner, undefined);
  for (const { id: of } of tokens) await performInSpace(endSpaceToken, space.owner, { id: of });
  expect(await status(second)).toBe(404);
});

test("a search of what is published has a feed at its address: the newest first, and nobody's secrets", async () => {
  const word = `bandicoot${randomUUID().slice(0, 8)}`;
  const [one, two] = [
    await aPublished({ title: "First of them", body: `A ${word} came.`, tags: ["burrow"] }),
    await aPublished({ title: "Second of them", body: `Another ${word}.` }),
  ];
  const space = await anOrgSpace();
  await anEntry(space.owner, { title: "Ours alone", body: `Our ${word}.` });
  const ask = (path: string) => publicFeed(new Request(`http://localhost/library/feed/json?${path}`), "json");
  const found = async (path: string) =>
    JSON.parse(await (await ask(path)).text()).items.map(({ title }: { title: string }) => title);
  expect(await found(`q=${word}`)).toEqual(["Second of them", "First of them"]);
  expect(await found(`q=${word}&f=tag:burrow&f=kind:recipe`)).toEqual(["First of them"]);
  expect(await found("q=%22%22")).toEqual([]);
  expect((await ask(`q=${word}`)).headers.get("cache-control")).toContain("public");
  for (const no of ["f=nonsense", "f=status", `q=${word}&search=${one.id}`])
    expect((await ask(no)).status, no).toBe(404);
  const all = async () => (await (await ask("limit=100")).text()).includes(`/library/${two.slug}"`);
  expect(await all()).toBe(true);
  await performInSpace(withdrawPublication, two.reader, { entryId: two.entryId, because: "Again." });
  expect(await found(`q=${word}`)).toEqual(["First of them"]);
  expect(await all()).toBe(false);
});
