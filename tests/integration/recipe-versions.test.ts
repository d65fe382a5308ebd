import { expect, test } from "vitest";
import { askSpace, enterSpace, performInSpace } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { declareUsed, deprecate, saveDependencies, saveFacts, saveFiles, saveParameters } from "@/lib/recipe/commands";
import { releaseVersion, yankVersion } from "@/lib/version/commands";
import { recipeOf, viewComparison, viewVersion, viewVersions } from "@/lib/version/queries";
import { aPublished } from "@/tests/support/a-published";
import { aDocument, aRecipe } from "@/tests/support/a-recipe";
import { anOrgSpace, aPersonalSpace, type Reader } from "@/tests/support/a-space";

const read = (reader: Reader, id: string) => enterSpace(reader, "reader", (scope) => recipeOf(scope, id));
const facts = { recipeKind: "runbook", risk: "", tech: "", tags: "", lastReviewedOn: "", reviewBy: "", rollback: "" };

test("what was released under a number stays as it was, whoever writes on", async () => {
  const ann = await aPersonalSpace();
  const id = await aRecipe(ann);
  await performInSpace(releaseVersion, ann, { id, version: "1.0.0", changes: "First." });
  await performInSpace(saveFiles, ann, {
    id,
    base: 1,
    files: { 0: { path: "drain.sh", lang: "", content: "exit 1\r\n" } },
  });

  const { document } = await askSpace(viewVersion, ann, { id, version: "1.0.0" });
  expect(document.files).toEqual(aDocument().files);
  expect((await read(ann, id)).document.files).toEqual([{ path: "drain.sh", lang: "text", content: "exit 1\n" }]);
  for (const set of ["document = '{}'", "changes = 'other'", "version = '2.0.0'", "sha256 = ''"])
    await expect(
      enterSpace(ann, "owner", ({ tx }) => tx.$executeRawUnsafe(`update lib_priv.recipe_version set ${set}`)),
    ).rejects.toThrow(/permission denied|never changes/);
  await expect(
    enterSpace(ann, "owner", ({ tx }) => tx.$executeRawUnsafe("delete from lib_priv.recipe_version")),
  ).rejects.toThrow(/permission denied/);
});

test("a number is taken once, yanked or not; what says the same is no new version", async () => {
  const ann = await aPersonalSpace();
  const id = await aRecipe(ann);
  const release = (version: string) => performInSpace(releaseVersion, ann, { id, version });
  await release("1.0.0");
  await expect(release("1.0.1")).rejects.toMatchObject({ reason: "nothing-new" });
  await performInSpace(yankVersion, ann, { id, version: "1.0.0", yanked: "yes" });
  await performInSpace(saveFacts, ann, { id, base: 1, ...facts, rollback: "Start it again." });
  await expect(release("1.0.0")).rejects.toMatchObject({ reason: "version-taken" });
  await expect(release("latest")).rejects.toMatchObject({
    reason: "invalid-input",
    fields: { version: ["bad-version"] },
  });
  await release("1.1.0");
  const { versions, isReleased } = await askSpace(viewVersions, ann, { id });
  expect(versions.map(({ version, yankedAt }) => [version, yankedAt !== null])).toEqual([
    ["1.1.0", false],
    ["1.0.0", true],
  ]);
  expect(isReleased).toBe(true);
  await expect(performInSpace(yankVersion, ann, { id, version: "9.9.9", yanked: "yes" })).rejects.toMatchObject({
    reason: "not-found",
  });
});

test("two who release the same number at once: one does, the other is told", async () => {
  const ann = await aPersonalSpace();
  const id = await aRecipe(ann);
  const both = await Promise.allSettled(
    [1, 2].map(() => performInSpace(releaseVersion, ann, { id, version: "1.0.0" })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { reason: "version-taken" } });
});

test("any two versions are compared, place by place, and a version with what is written now", async () => {
  const ann = await aPersonalSpace();
  const id = await aRecipe(ann);
  await performInSpace(releaseVersion, ann, { id, version: "1.0.0" });
  await performInSpace(saveFiles, ann, {
    ...{ id, base: 1 },
    files: {
      0: { path: "drain.sh", lang: "bash", content: "queuectl drain --wait {{queue}}\n" },
      1: { path: "undo.sh", content: "true\n" },
    },
  });
  await performInSpace(releaseVersion, ann, { id, version: "1.1.0" });
  const places = async (from: string, to?: string) =>
    (await askSpace(viewComparison, ann, { id, from, to })).changes.map(({ place }) => place);
  expect(await places("1.0.0", "1.1.0")).toEqual(
    expect.arrayContaining(["files.drain.sh.content", "files.undo.sh.content"]),
  );
  expect(await places("1.1.0")).toEqual([]);
  expect(await places("1.1.0", "1.0.0")).not.toEqual([]);
  await expect(askSpace(viewComparison, ann, { id, from: "0.0.1" })).rejects.toMatchObject({ reason: "not-found" });
});

test("a member may write and not release; a reader of another company finds nothing", async () => {
  const [space, other] = [await anOrgSpace(), await anOrgSpace()];
  const member = await space.as();
  const id = await aRecipe(member);
  await expect(performInSpace(releaseVersion, member, { id, version: "1.0.0" })).rejects.toMatchObject({
    reason: "forbidden",
  });
  await performInSpace(releaseVersion, space.owner, { id, version: "1.0.0" });
  for (const caller of [{ ...other.owner, space: space.space }, { ...other.owner }])
    await expect(askSpace(viewVersion, caller, { id, version: "1.0.0" })).rejects.toMatchObject({
      reason: "not-found",
    });
});

test("parts are saved one by one: what others saved of another part since stays", async () => {
  const ann = await aPersonalSpace();
  const id = await aRecipe(ann);
  await performInSpace(saveFacts, ann, {
    id,
    base: 1,
    ...facts,
    risk: "destructive",
    tech: "Kubernetes, c++",
    licence: "MIT",
  });
  await performInSpace(saveParameters, ann, {
    ...{ id, base: 1 },
    parameters: {
      0: { name: "queue", type: "choice", choices: "mail | print", default: "", required: "no" },
      1: { name: " " },
    },
  });
  await performInSpace(saveDependencies, ann, {
    ...{ id, base: 1 },
    dependencies: {
      0: { relation: "needs", target: "queuectl", constraint: ">= 2" },
      1: { relation: "needs", target: "" },
    },
  });
  const { document } = await read(ann, id);
  expect(document).toMatchObject({ risk: "destructive", tech: ["kubernetes", "c++"], licence: "MIT" });
  expect(document.parameters).toMatchObject([{ name: "queue", choices: ["mail", "print"], required: false }]);
  expect(document.dependencies).toEqual([{ relation: "needs", target: "queuectl", constraint: ">= 2" }]);
  await expect(performInSpace(saveFacts, ann, { id, base: 1, ...facts, risk: "read-only" })).rejects.toMatchObject({
    reason: "entry-conflict",
  });
  await expect(performInSpace(saveFacts, ann, { id, base: 4, ...facts, licence: "Free!" })).rejects.toMatchObject({
    fields: { licence: ["licence-unknown"] },
  });
  const twice = { 0: { path: "a", content: "1" }, 1: { path: "a", content: "2" } };
  await expect(performInSpace(saveFiles, ann, { id, base: 4, files: twice })).rejects.toMatchObject({
    fields: { "files.1.path": ["path-twice"] },
  });
  await expect(
    performInSpace(saveFiles, ann, { id, base: 4, files: { 0: { path: "../etc/passwd", content: "" } } }),
  ).rejects.toMatchObject({ fields: { "files.0.path": ["bad-path"] } });
});

test("a file with other line ends stays byte for byte when another one is changed", async () => {
  const ann = await aPersonalSpace();
  const id = await aRecipe(ann, { files: [{ path: "win.cmd", lang: "bat", content: "echo a\r\necho b\r\n" }] });
  await performInSpace(saveFiles, ann, {
    ...{ id, base: 1 },
    files: { 0: { path: "win.cmd", lang: "bat", content: "echo a\r\necho b\r\n" }, 1: { path: "b", content: "x\r\n" } },
  });
  expect((await read(ann, id)).document.files.map(({ content }) => content)).toEqual(["echo a\r\necho b\r\n", "x\n"]);
});

test("placeholders that are used and not declared are found, those of templates are left alone", async () => {
  const ann = await aPersonalSpace();
  const id = await aRecipe(ann, { body: "`ssh {{host}}` {{ .Values.x }}", rollback: "`rm {{path/to/file}}`" });
  await performInSpace(declareUsed, ann, { id, base: 1 });
  const { parameters } = (await read(ann, id)).document;
  expect(parameters.map(({ name, type }) => [name, type])).toEqual([
    ["queue", "text"],
    ["host", "host"],
    ["path_to_file", "path"],
  ]);
});

test("a recipe is deprecated in favour of another, and that is taken back", async () => {
  const ann = await aPersonalSpace();
  const id = await aRecipe(ann);
  const { slug } = await aPublished();
  await performInSpace(deprecate, ann, {
    id,
    base: 1,
    says: "deprecated",
    because: "Slow.",
    replacedBy: `/library/${slug}`,
  });
  expect((await read(ann, id)).document.deprecated).toEqual({ because: "Slow.", replacedBy: `/library/${slug}` });
  await performInSpace(deprecate, ann, { id, base: 2, says: "again" });
  expect((await read(ann, id)).document.deprecated).toBe(null);
});

test("a post-mortem has no versions of a recipe", async () => {
  const ann = await aPersonalSpace();
  const { entryId } = await aPublished({ kind: "postmortem" }, ann);
  await expect(askSpace(viewVersions, ann, { id: entryId })).rejects.toMatchObject({ reason: "not-found" });
  expect((await enterSpace(ann, "reader", (scope) => entryOf(scope, entryId))).kind).toBe("postmortem");
});
