import { expect, test } from "vitest";
import { addComment, removeComment, resolveComment, saySaw, watchEntry } from "@/lib/comment/commands";
import { viewComments } from "@/lib/comment/queries";
import { askSpace, enterSpace, performInSpace } from "@/lib/db/enter-space";
import { entryDocument } from "@/lib/entry/input";
import { beginEntry, saveRevision } from "@/lib/entry/save";
import { viewPassages } from "@/lib/passage/queries";
import { anOrgSpace, type Reader } from "@/tests/support/a-space";

const said = "The **queue** grew for two hours before anybody looked.";
const document = entryDocument.parse({ kind: "postmortem", title: "The queue", body: `${said}\n\nNobody was told.` });

async function aCommentedEntry() {
  const space = await anOrgSpace();
  const colleague = await space.as();
  const entryId = await enterSpace(space.owner, "contributor", (scope) => beginEntry(scope, { document }));
  const { id } = await performInSpace(addComment, colleague, {
    entryId,
    quote: "queue grew for two hours",
    body: "Which?",
  });
  const view = (who: Reader = space.owner) => askSpace(viewComments, who, { entryId });
  let base = 0;
  const edit = (body: string) =>
    enterSpace(space.owner, "contributor", (scope) =>
      saveRevision(scope, { entryId, base: ++base, document: { ...document, body } }),
    );
  return { space, colleague, entryId, id, view, edit };
}

test("a comment stays with its passage when the text around it is edited, and says when the passage changed or went", async () => {
  const first = await aCommentedEntry();
  await first.edit(`A new beginning.\n\n${said}`);
  const [there] = (await first.view()).threads;
  expect(there?.found).toMatchObject({ state: "there", text: "queue grew for two hours" });

  const second = await aCommentedEntry();
  await second.edit("The queue grew for almost two long hours before anybody looked.\n\nNobody was told.");
  expect((await second.view()).threads[0]?.found).toMatchObject({ state: "changed" });

  const third = await aCommentedEntry();
  await third.edit("All is different.");
  expect((await third.view()).threads[0]).toMatchObject({
    found: { state: "gone" },
    quote: "queue grew for two hours",
  });
});

test("a passage that the entry does not say is refused, and so is an answer to what is not of this entry", async () => {
  const { space, entryId } = await aCommentedEntry();
  const other = await aCommentedEntry();
  const say = (more: object) => performInSpace(addComment, space.owner, { entryId, body: "So?", ...more });
  await expect(say({ quote: "quite something else" })).rejects.toMatchObject({ reason: "quote-not-there" });
  await expect(say({ parentId: other.id })).rejects.toMatchObject({ reason: "not-found" });
  const beside = await enterSpace(space.owner, "contributor", (scope) => beginEntry(scope, { document }));
  const there = await performInSpace(addComment, space.owner, { entryId: beside, body: "Of the other one." });
  await expect(say({ parentId: there.id })).rejects.toMatchObject({ reason: "not-found" });
  const aside = performInSpace(resolveComment, space.owner, { entryId, id: there.id, resolved: "yes" });
  await expect(aside).rejects.toMatchObject({ reason: "not-found" });
});

test("of two passages that read the same, the selected one is spoken of, and the entry's page says who did", async () => {
  const { space, colleague, entryId, edit } = await aCommentedEntry();
  await edit(`${said}\n\nLater the queue grew again. Nobody was told.`);
  await edit(`${said}\n\nAt noon the queue grew for ever. Nobody was told.`);
  const about = { quote: "queue grew for", prefix: "At noon the ", suffix: " ever. Nobody" };
  const { id } = await performInSpace(addComment, space.owner, { entryId, body: "Noon?", ...about });
  await performInSpace(addComment, colleague, { entryId, body: "Yes.", parentId: id });
  const { passages, mayWrite } = await askSpace(viewPassages, colleague, { entryId });
  expect(passages.map(({ body, answers, at }) => [body, answers, at?.suffix.slice(0, 5)])).toEqual([
    ["Which?", 0, " befo"],
    ["Noon?", 1, " ever"],
  ]);
  expect(mayWrite).toBe(true);
  await performInSpace(resolveComment, colleague, { entryId, id, resolved: "yes" });
  expect((await askSpace(viewPassages, colleague, { entryId })).passages).toHaveLength(1);
});

test("answers stand below what they answer, and stay when it is taken away", async () => {
  const { space, colleague, entryId, id, view } = await aCommentedEntry();
  const answer = await performInSpace(addComment, space.owner, { entryId, body: "The mail one.", parentId: id });
  await performInSpace(addComment, colleague, { entryId, body: "Thanks.", parentId: answer.id });
  expect((await view()).threads[0]?.answers.map(({ body }) => body)).toEqual(["The mail one.", "Thanks."]);
  await performInSpace(resolveComment, space.owner, { entryId, id, resolved: "yes" });
  expect((await view()).threads.map(({ isResolved }) => isResolved)).toEqual([true]);
  await performInSpace(removeComment, colleague, { entryId, id });
  expect((await view()).threads.map(({ body }) => body)).toEqual(["The mail one.", "Thanks."]);
});

test("what was said stays as it was said: the application cannot write it anew, nor whose it is", async () => {
  const { space, id } = await aCommentedEntry();
  for (const data of [
    { body: "Never mind." },
    { quote: "queue" },
    { authorId: space.owner.userId },
    { at: new Date(0) },
  ]) {
    const rewrite = enterSpace(space.owner, "owner", ({ tx }) => tx.entryComment.updateMany({ where: { id }, data }));
    await expect(rewrite).rejects.toThrow(/permission denied/);
  }
});

test("nobody but its author and editors takes a comment away", async () => {
  const { space, entryId, id, view } = await aCommentedEntry();
  const [another, editor] = [await space.as(), await space.as("editor")];
  await expect(performInSpace(removeComment, another, { entryId, id })).rejects.toMatchObject({ reason: "not-yours" });
  await performInSpace(removeComment, editor, { entryId, id });
  expect((await view()).threads).toEqual([]);
});

test("who saw the same says so once, and may take it back; so it is with watching", async () => {
  const { space, colleague, entryId, view } = await aCommentedEntry();
  await performInSpace(saySaw, colleague, { entryId, saw: "yes", note: "at another shop" });
  await performInSpace(saySaw, colleague, { entryId, saw: "yes", note: "at two shops" });
  await performInSpace(watchEntry, colleague, { entryId, watch: "yes" });
  expect(await view(colleague)).toMatchObject({ saw: [{ isMine: true, note: "at two shops" }], isWatching: true });
  expect(await view()).toMatchObject({ saw: [{ isMine: false }], isWatching: false });
  await performInSpace(saySaw, colleague, { entryId, saw: "no" });
  await performInSpace(watchEntry, colleague, { entryId, watch: "no" });
  expect(await view(colleague)).toMatchObject({ saw: [], isWatching: false });
  const stranger = await space.asStranger();
  await expect(view(stranger)).rejects.toMatchObject({ reason: "not-found" });
});
