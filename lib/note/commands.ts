import { isNameless } from "@/lib/confidentiality/rules";
import { command, type MemberScope } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { checkPhase, mayWriteNotes } from "@/lib/event/rules";
import { saveNoteInput } from "@/lib/note/input";
import { mergeNotes } from "@/lib/note/rules";
import { livingTopic } from "@/lib/topic/queries";

/**
 * Saves a topic's notes as one types. Who saved meanwhile keeps every word: both texts are merged and the
 * answer is what now stands. Of a confidential topic nothing says who wrote which words, only who wrote at all.
 * Refuses with `not-found`, `notes-closed`, `sealed`.
 */
export const saveNote = command({
  atLeast: "participant",
  input: saveNoteInput,
  async run(scope, { topicId, body: mine, baseRev }) {
    const { tx, event, member, record, oneAtATime } = scope;
    await oneAtATime(`note ${topicId}`);
    checkPhase(mayWriteNotes, event.phase, "notes-closed");
    const { confidentiality } = await livingTopic(tx, topicId);
    if (confidentiality === "sealed") throw new Refused("sealed");
    const eventId = event.id;
    const where = { eventId_topicId: { eventId, topicId } };
    const now = await tx.note.findUnique({ where });
    const body = now && now.rev !== baseRev ? mergeNotes(mine, await textAt(baseRev), now.body) : mine;
    const rev = now?.rev ?? 0;
    if (body === (now?.body ?? "")) return { body, rev, merged: body !== mine };

    await tx.note.upsert({
      where,
      create: { eventId, topicId, body, rev: rev + 1 },
      update: { body, rev: rev + 1, savedAt: new Date() },
    });
    const memberId = isNameless(confidentiality) ? await nobody(scope, topicId) : member.id;
    await tx.noteRevision.create({ data: { eventId, topicId, rev: rev + 1, body, memberId } });
    record("note.saved", topicId);
    return { body, rev: rev + 1, merged: body !== mine };

    async function textAt(rev: number) {
      const base = await tx.noteRevision.findUnique({ where: { eventId_topicId_rev: { eventId, topicId, rev } } });
      return base?.body ?? "";
    }
  },
  async again({ tx }, { topicId, body: mine }) {
    const now = await tx.note.findFirst({ where: { topicId } });
    const body = now?.body ?? "";
    return { body, rev: now?.rev ?? 0, merged: body !== mine };
  },
});

/** Writes down that this member wrote, apart from what. */
async function nobody({ tx, event, member }: MemberScope, topicId: string) {
  const data = [{ eventId: event.id, topicId, memberId: member.id }];
  await tx.topicWriter.createMany({ data, skipDuplicates: true });
  return null;
}
