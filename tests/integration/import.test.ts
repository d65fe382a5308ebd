import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { askSpace, enterSpace, performInSpace } from "@/lib/db/enter-space";
import { entryOf, saveRevision } from "@/lib/entry/save";
import { askForRepository } from "@/lib/import/commands";
import { viewImports } from "@/lib/import/queries";
import { takeFiles } from "@/lib/import/take-files";
import { BadZip, unzip } from "@/lib/interop/entry/unzip";
import { anOrgSpace, aPersonalSpace } from "@/tests/support/a-space";

const file = (path: string, text: string, from?: { url: string; commit: string }) => ({
  path,
  bytes: strToU8(text),
  from,
});
const runbook = "---\ntitle: Disk fills up\nweight: 3\n---\n\n## Meaning\n\nNo room.\n\n## Diagnosis\n\n- look\n";
const outage = "# 2024-01-02 outage\n\n## Timeline\n\n- 10:00 it began\n";
const git = { url: "https://git.example/a/b", commit: "1" };

const entriesOf = (caller: { space: string; userId: string }) =>
  enterSpace(caller, "reader", ({ tx, space }) =>
    tx.entry.findMany({ where: { spaceId: space.id }, include: { revisions: true }, orderBy: { createdAt: "asc" } }),
  );

test("files come in as drafts of whoever brought them, once", async () => {
  const me = await aPersonalSpace();
  const files = [file("a/disk.md", runbook), file("b/outage.md", outage), file("c/picture.png", "x")];
  expect(await takeFiles(me, files)).toMatchObject({ made: 2, same: 0, leftCount: 0, only: null });
  expect(await takeFiles(me, files)).toMatchObject({ made: 0, same: 2 });
  const entries = await entriesOf(me);
  expect(entries.map(({ kind, status, createdById }) => ({ kind, status, createdById }))).toEqual([
    { kind: "recipe", status: "draft", createdById: me.userId },
    { kind: "postmortem", status: "draft", createdById: me.userId },
  ]);
  expect(entries.flatMap(({ revisions }) => revisions.map(({ kind }) => kind))).toEqual(["import", "import"]);
});

test("what changed where it came from is merged with what was changed here, or left when both changed the same", async () => {
  const me = await aPersonalSpace();
  await takeFiles(me, [file("disk.md", runbook, git)]);
  const [made] = await entriesOf(me);
  const id = made?.id ?? "";
  const edit = (title: string) =>
    enterSpace(me, "contributor", async (scope) => {
      const { document, revision } = await entryOf(scope, id);
      await saveRevision(scope, { entryId: id, base: revision, document: { ...document, tags: ["mine"], title } });
    });
  await edit("Disk fills up");
  const longer = runbook.replace("- look\n", "- look\n- look again\n");
  expect(await takeFiles(me, [file("disk.md", longer, { ...git, commit: "2" })])).toMatchObject({
    renewed: 1,
    made: 0,
  });
  const after = await enterSpace(me, "reader", (scope) => entryOf(scope, id));
  expect(after.document).toMatchObject({ tags: ["mine"], provenance: { commit: "2" } });
  expect(after.document.body).toContain("- look again");

  await edit("My own title");
  const renamed = longer.replace("title: Disk fills up", "title: Their title");
  expect(await takeFiles(me, [file("disk.md", renamed, { ...git, commit: "3" })])).toMatchObject({ conflict: 1 });
  expect((await enterSpace(me, "reader", (scope) => entryOf(scope, id))).document.title).toBe("My own title");
});

test("the same file is another's affair in another space, and no stranger brings one", async () => {
  const [one, other] = [await anOrgSpace(), await anOrgSpace()];
  expect(await takeFiles(one.owner, [file("disk.md", runbook)])).toMatchObject({ made: 1 });
  expect(await takeFiles(other.owner, [file("disk.md", runbook)])).toMatchObject({ made: 1, same: 0 });
  for (const caller of [await one.asStranger(), { ...other.owner, space: one.space }])
    await expect(takeFiles(caller, [file("x.md", runbook)])).rejects.toMatchObject({ reason: "not-found" });
});

test("more files than one portion holds come in all the same, and what is no text is named", async () => {
  const me = await aPersonalSpace();
  const many = Array.from({ length: 95 }, (_, at) => file(`r/${at}.md`, `# Number ${at}\n\nText.\n`));
  const report = await takeFiles(me, [...many, { path: "bad.md", bytes: new Uint8Array([0xff, 0xff]) }]);
  expect(report).toMatchObject({ made: 95, leftCount: 1, left: [{ path: "bad.md", why: "not-text" }] });
});

test("a zip is bounded, and no path of it leads anywhere", () => {
  const zip = zipSync({
    "in/a.md": strToU8("# A"),
    "../out.md": strToU8("# B"),
    "/etc/c.md": strToU8("# C"),
    "__MACOSX/x.md": strToU8("# D"),
    ".git/config.md": strToU8("# E"),
    "big.md": new Uint8Array(1_000_001),
    "dense.md": new Uint8Array(900_000),
  });
  const { files, left } = unzip(zip);
  expect(files.map(({ path }) => path)).toEqual(["in/a.md"]);
  expect(left).toEqual([
    { path: "../out.md", why: "bad-path" },
    { path: "/etc/c.md", why: "bad-path" },
    { path: "big.md", why: "too-large" },
    { path: "dense.md", why: "too-large" },
  ]);
  const crowd = Object.fromEntries(Array.from({ length: 4_001 }, (_, at) => [`${at}.md`, strToU8("x")]));
  expect(() => unzip(zipSync(crowd))).toThrow(new BadZip("zip-too-large"));
  expect(() => unzip(strToU8("PK\u0003\u0004 and no more"))).toThrow(new BadZip("zip-broken"));
});

test("a repository is asked for where the operator allows it, by members, and not many at once", async () => {
  const space = await anOrgSpace();
  const member = await space.as();
  const ask = (url: string, caller = member) => performInSpace(askForRepository, caller, { url, folder: "/docs/" });
  for (const url of [
    "http://github.com/a/b",
    "https://evil.example/a/b",
    "https://github.com:8443/a/b",
    "https://127.0.0.1/a",
  ])
    await expect(ask(url)).rejects.toMatchObject({ reason: "git-host" });
  for (const url of ["file:///etc/passwd", "https://me:secret@github.com/a/b", "ssh://git@github.com/a/b"])
    await expect(ask(url)).rejects.toMatchObject({ reason: "invalid-input" });
  for (const at of [1, 2, 3]) await ask(`https://github.com/a/b${at}/tree/main/docs`);
  await expect(ask("https://github.com/a/b4")).rejects.toMatchObject({ reason: "git-busy" });
  const { asked } = await askSpace(viewImports, member, undefined);
  expect(asked.map(({ url, folder, state }) => [url, folder, state]).at(-1)).toEqual([
    "https://github.com/a/b1",
    "docs",
    "waiting",
  ]);
});
