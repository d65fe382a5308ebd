import { expect, test, vi } from "vitest";
import { performInOrg } from "@/lib/db/enter-org";
import { enterSpace, performInSpace } from "@/lib/db/enter-space";
import { setStatus } from "@/lib/entry/commands/keep";
import { entryDocument } from "@/lib/entry/input";
import { beginEntry } from "@/lib/entry/save";
import { removeFromOrg } from "@/lib/org/commands/members";
import { makeSpaceToken } from "@/lib/token/commands";
import { privateFeed, publicFeed } from "@/lib/web/feed";
import { anOrgSpace } from "@/tests/support/a-space";

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
