import { expect, test } from "vitest";
import { askSpace, performInSpace } from "@/lib/db/enter-space";
import { requestPublication } from "@/lib/publication/commands";
import { releasedContent } from "@/lib/publication/queries";
import { decide, lookAt } from "@/lib/sanitise/commands";
import { traceKey } from "@/lib/sanitise/proof-read";
import { viewStudio } from "@/lib/sanitise/queries";
import { anEntry, approve, decideAll } from "@/tests/support/a-published";
import { anOrgSpace } from "@/tests/support/a-space";
import { asOwner } from "@/tests/support/as-owner";

const no = (reason: string) => ({ reason });

async function aTold(says: Record<string, unknown>) {
  const space = await anOrgSpace();
  const entryId = await anEntry(space.owner, { kind: "postmortem", ...says });
  const studio = () => askSpace(viewStudio, space.owner, { entryId });
  const ask = (slug: string) => performInSpace(requestPublication, space.owner, { entryId, slug });
  return { space, entryId, studio, ask };
}

test("nothing is asked for while something was found that nobody decided, and what is edited later counts too", async () => {
  const { space, entryId, studio, ask } = await aTold({ body: "10.1.2.3 and db1.corp failed" });
  expect(await studio()).toMatchObject({ undecided: 2, open: 0 });
  await expect(ask("undecided")).rejects.toMatchObject({ reason: "undecided", about: { count: 2 } });
  await performInSpace(decide, space.owner, {
    entryId,
    lines: [{ kind: "host", term: "db1.corp", deed: "mask" }],
    relative: false,
  });
  await expect(ask("undecided")).rejects.toMatchObject({ reason: "undecided", about: { count: 1 } });
  await decideAll(space.owner, entryId);
  await ask("undecided");
});

test("a key is found by the scanner and refused until somebody says what it is", async () => {
  const key = `ghp_${"x9Yz".repeat(9)}`;
  const { space, entryId, studio, ask } = await aTold({ summary: `It used ${key}` });
  expect((await studio()).findings).toMatchObject([{ kind: "secret", term: key, deed: "mask", decided: null }]);
  await expect(ask("with-a-key")).rejects.toMatchObject(no("undecided"));
  await decideAll(space.owner, entryId);
  await ask("with-a-key");
  await approve(await space.as("approver"), entryId);
  expect(await releasedContent("with-a-key", "1")).not.toContain(key);
});

test("names of the space's own people and of its company are found, and of nobody else's", async () => {
  const space = await anOrgSpace();
  const { userId } = await space.as();
  const others = await anOrgSpace();
  const rename = (org: string, name: string, user: string) =>
    asOwner((db) => db.query("update org_member set name = $1 where user_id = $2 and org_id = $3", [name, user, org]));
  await rename(space.org.id, "Quillfeather", userId);
  await rename(others.org.id, "Otherwhere", others.owner.userId);
  const entryId = await anEntry(space.owner, { kind: "postmortem", body: "quillfeather told otherwhere" });
  const { findings } = await askSpace(viewStudio, space.owner, { entryId });
  expect(findings.map(({ kind, term }) => [kind, term])).toEqual([["person", "Quillfeather"]]);
});

test("what the proof-read finds stands in the way until it is masked too, or somebody says that it is fine", async () => {
  const code = Buffer.from("Zanzibar").toString("base64");
  const { space, entryId, studio, ask } = await aTold({ body: `Zanzibar, zanziber, ${code}` });
  await decideAll(space.owner, entryId, "mask", "Zanzibar");
  const { traces } = await studio();
  expect(traces.map(({ form }) => form).sort()).toEqual(["base64", "near"]);
  await expect(ask("traces")).rejects.toMatchObject({ reason: "still-there", about: { count: 2 } });
  // that an encoding is fine nobody can say
  const found = traces.map((trace) => ({ key: traceKey(trace), deed: "fine" as const }));
  await performInSpace(lookAt, space.owner, { entryId, found });
  await expect(ask("traces")).rejects.toMatchObject({ reason: "still-there", about: { count: 1 } });
  await performInSpace(lookAt, space.owner, { entryId, found: found.map(({ key }) => ({ key, deed: "mask" })) });
  await ask("traces");
  await approve(await space.as("approver"), entryId);
  const content = await releasedContent("traces", "1");
  expect(content).not.toContain("Zanzibar");
  expect(content).not.toContain(code);
});

test("the address is made of the public title, and must not say what was hidden either", async () => {
  const { space, entryId, studio, ask } = await aTold({ title: "Zanzibar is down" });
  await decideAll(space.owner, entryId, "mask", "Zanzibar");
  expect((await studio()).proposed.slug).toBe("word-1-is-down");
  await expect(ask("zanzibar-is-down")).rejects.toMatchObject(no("still-there"));
  await ask("something-is-down");
});

test("an imported file's own front matter and its address are in no copy", async () => {
  const { studio } = await aTold({
    original: { frontMatter: "customer: Zanzibar", dialect: "x" },
    provenance: { url: "https://git.corp/x" },
  });
  const view = await studio();
  expect(JSON.stringify([view.copy, view.beside])).not.toMatch(/Zanzibar|git\.corp/);
});
