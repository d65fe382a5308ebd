import { spaceCommand } from "@/lib/db/enter-space";
import { blank, topicToTell } from "@/lib/entry/begin";
import { beginInput, type EntryDocument, saveTextInput } from "@/lib/entry/input";
import { oneLineEnd } from "@/lib/entry/rules";
import { beginEntry, entryOf, revisionOf, saveRevision } from "@/lib/entry/save";
import { secretsIn } from "@/lib/sanitise/secrets";

/**
 * A new draft, blank or from what came of a topic, which is then where it was born. Answers its id.
 * Refuses with `not-found` a topic that has nothing to tell the caller.
 */
export const beginDraft = spaceCommand({
  atLeast: "contributor",
  input: beginInput,
  async run(scope, { kind, title, body, topicId }) {
    const { tx, space } = scope;
    const told = topicId === null ? null : await topicToTell(scope, topicId);
    const said = { title, body: oneLineEnd(body), licence: space.defaultLicence ?? "" };
    const born = told && { lang: told.lang, credit: told.credit };
    const entryId = await beginEntry(scope, { document: blank(kind, { ...said, ...born }) });
    if (told && topicId)
      await tx.entryTopic.create({
        data: { spaceId: space.id, entryId, eventId: told.eventId, topicId, relation: "born-in" },
      });
    return entryId;
  },
});

/**
 * Saves what the editor's page changes. Who saved meanwhile keeps every word; the answer is what now stands, and whether
 * it was merged, and what in it looks like a key, shortened: that is told, never refused. Refuses with `entry-conflict` as `saveRevision` does, and with `not-found`.
 */
export const saveText = spaceCommand({
  atLeast: "contributor",
  input: saveTextInput,
  async run(scope, { id, base, message, ...typed }) {
    const begun = await revisionOf(scope, id, base);
    const document = { ...begun.document, ...asTyped(typed, begun.document) } as EntryDocument;
    const { no, merged } = await saveRevision(scope, { entryId: id, base, document, message });
    const { title, summary, body } = merged ? (await entryOf(scope, id)).document : document;
    return { no, merged, title, summary, body, secrets: await likeSecrets(document) };
  },
});

const likeSecrets = async (document: EntryDocument) =>
  (await secretsIn(document).catch(() => [])).slice(0, 10).map((secret) => `${secret.slice(0, 6)}…`);

type Typed = Pick<EntryDocument, "title" | "summary" | "body">;

/** A browser knows one kind of line end: a text that differs in those only was not touched. */
function asTyped<T extends Typed>(typed: T, before: EntryDocument): T {
  const kept = (field: keyof Typed) =>
    oneLineEnd(typed[field]) === oneLineEnd(before[field]) ? before[field] : oneLineEnd(typed[field]);
  return { ...typed, title: kept("title"), summary: kept("summary"), body: kept("body") };
}
