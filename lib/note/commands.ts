import { command } from "@/lib/db/perform";
import { checkPhase, mayWriteNotes } from "@/lib/event/rules";
import { saveNoteInput } from "@/lib/note/input";
import { mergeNotes } from "@/lib/note/rules";
import { livingTopic } from "@/lib/topic/queries";

/**
 * Saves a topic's notes as one types. Who saved meanwhile keeps every word: both texts are merged and the
 * answer is what now stands. Refuses with `not-found`, `notes-closed`.
 */
export const saveNote = command({
  atLeast: "participant",
  input: saveNoteInput,
  async run({ tx, event, member, record, oneAtATime }, { topicId, body: mine, baseRev }) {
    await oneAtATime(`note ${topicId}`);
    checkPhase(mayWriteNotes, event.phase, "notes-closed");
    await livingTopic(tx, topicId);
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
    await tx.noteRevision.create({ data: { eventId, topicId, rev: rev + 1, body, memberId: member.id } });
    record("note.saved", topicId);
    return { body, rev: rev + 1, merged: body !== mine };

    async function textAt(rev: number) {
      const base = await tx.noteRevision.findUnique({ where: { eventId_topicId_rev: { eventId, topicId, rev } } });
      return base?.body ?? "";
    }
  },
});
