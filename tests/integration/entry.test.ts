import { expect, test } from "vitest";
import { askSpace, enterSpace, performInSpace, type SpaceCaller } from "@/lib/db/enter-space";
import { discardEntry, restoreRevision, setStatus } from "@/lib/entry/commands/keep";
import { beginDraft, saveText } from "@/lib/entry/commands/write";
import { viewEntry, viewHistory } from "@/lib/entry/queries/entry";
import { viewSpace } from "@/lib/entry/queries/list";
import { saveRevision } from "@/lib/entry/save";
import { anOrgSpace, aPersonalSpace } from "@/tests/support/a-space";

const body = "one\ntwo\nthree\nfour\n";
const begun = (caller: SpaceCaller, more = {}) =>
  performInSpace(beginDraft, caller, { kind: "recipe", title: "Restart it", body, ...more });
const texts = { summary: "", lang: "en", licence: "", credit: "", tags: "", tech: "", services: "" };
const save = (caller: SpaceCaller, id: string, base: number, change: object) =>
  performInSpace(saveText, caller, { id, base, title: "Restart it", body, ...texts, ...change });
const read = async (caller: SpaceCaller, id: string) => (await askSpace(viewEntry, caller, { id })).entry;

test("an entry begins as a draft with its first revision, and only its space knows it", async () => {
  const own = await aPersonalSpace();
  const other = await aPersonalSpace();
  const id = await begun(own);
  expect(await read(own, id)).toMatchObject({ status: "draft", revision: 1, document: { title: "Restart it", body } });
  expect((await askSpace(viewSpace, own, {})).entries.map((entry) => entry.id)).toEqual([id]);
  await expect(read(other, id)).rejects.toMatchObject({ reason: "not-found" });
  await expect(save(other, id, 1, {})).rejects.toMatchObject({ reason: "not-found" });
});

test("two who save at once keep every word: the second is merged, and told so", async () => {
  const space = await anOrgSpace();
  const [ann, bob] = [await space.as(), await space.as()];
  const id = await begun(ann);
  const saves = await Promise.all([
    save(ann, id, 1, { body: "ONE\ntwo\nthree\nfour\n" }),
    save(bob, id, 1, { body: "one\ntwo\nthree\nFOUR\n", tags: "dns, linux" }),
  ]);
  expect(saves.map(({ merged }) => merged).sort()).toEqual([false, true]);
  expect(saves.map(({ no }) => no).sort()).toEqual([2, 3]);
  const { document, revision } = await read(ann, id);
  expect(document).toMatchObject({ body: "ONE\ntwo\nthree\nFOUR\n", tags: ["dns", "linux"] });
  expect(revision).toBe(3);
});

test("ten who save at once write ten revisions and lose none", async () => {
  const own = await aPersonalSpace();
  const lines = Array.from({ length: 30 }, (_, at) => `line ${at}`);
  const id = await begun(own, { body: lines.join("\n") });
  const changed = (at: number) => lines.map((line, index) => (index === at * 3 ? `${line} by ${at}` : line)).join("\n");
  await Promise.all(Array.from({ length: 10 }, (_, at) => save(own, id, 1, { body: changed(at) })));
  const { document, revision } = await read(own, id);
  expect(revision).toBe(11);
  expect(document.body.match(/by \d/g)).toHaveLength(10);
});

test("who changed the same line is told, nothing is overwritten, and what stands now is named", async () => {
  const own = await aPersonalSpace();
  const id = await begun(own);
  await save(own, id, 1, { body: "one\nzwei\nthree\nfour\n" });
  await expect(save(own, id, 1, { body: "one\ndeux\nthree\nfour\n" })).rejects.toMatchObject({
    reason: "entry-conflict",
    fields: { body: ["changed-by-both"] },
    about: { no: 2 },
  });
  expect((await read(own, id)).document.body).toBe("one\nzwei\nthree\nfour\n");
});

test("nothing changed, nothing written; and a text of another line end was not touched by looking at it", async () => {
  const own = await aPersonalSpace();
  const id = await begun(own);
  const { document } = await read(own, id);
  await enterSpace(own, "contributor", (scope) =>
    saveRevision(scope, { entryId: id, base: 1, document: { ...document, body: "one\r\ntwo\r\n" } }),
  );
  expect(await save(own, id, 2, { body: "one\ntwo\n" })).toMatchObject({ no: 2, merged: false });
  await save(own, id, 2, { body: "one\r\ntwo\r\n", title: "Renamed" });
  expect((await read(own, id)).document).toMatchObject({ title: "Renamed", body: "one\r\ntwo\r\n" });
});

test("history compares any two and brings one back, and what stood since stays in it", async () => {
  const own = await aPersonalSpace();
  const id = await begun(own);
  await save(own, id, 1, { body: "one\ntwo\nthree\nfive\n", message: "Count on" });
  await save(own, id, 2, { title: "Start it again", body: "one\ntwo\nthree\nfive\n" });
  const view = (input: object) => askSpace(viewHistory, own, { id, ...input });
  expect((await view({})).changes.map(({ place }) => place)).toEqual(["title"]);
  expect((await view({ from: "1", to: "2" })).changes).toMatchObject([{ place: "body" }]);
  expect((await view({ from: "1", to: "99" })).to).toBe(3);
  await performInSpace(restoreRevision, own, { id, no: 1 });
  expect((await read(own, id)).document).toMatchObject({ title: "Restart it", body });
  expect((await view({})).revisions.map(({ no, kind }) => `${no} ${kind}`)).toEqual([
    "4 restore",
    "3 edit",
    "2 edit",
    "1 edit",
  ]);
});

test("a revision cannot be changed or taken out, not even by the app itself", async () => {
  const own = await aPersonalSpace();
  const id = await begun(own);
  await expect(
    enterSpace(own, "owner", ({ tx }) =>
      tx.entryRevision.updateMany({ where: { entryId: id }, data: { message: "x" } }),
    ),
  ).rejects.toThrow(/permission denied/);
});

test("whoever began it or edits the space says how far it is, and takes it away; others do not", async () => {
  const space = await anOrgSpace();
  const [ann, bob, editor] = [await space.as(), await space.as(), await space.as("editor")];
  const id = await begun(ann);
  const no = { reason: "not-your-entry" };
  await expect(performInSpace(setStatus, bob, { id, status: "final" })).rejects.toMatchObject(no);
  await expect(performInSpace(discardEntry, bob, { id })).rejects.toMatchObject(no);
  await performInSpace(setStatus, editor, { id, status: "final" });
  expect((await read(bob, id)).status).toBe("final");
  await performInSpace(discardEntry, ann, { id });
  await expect(read(ann, id)).rejects.toMatchObject({ reason: "not-found" });
});
