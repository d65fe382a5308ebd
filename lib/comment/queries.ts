import type { EntryComment } from "@/generated/prisma/client";
import { viewCommentsInput } from "@/lib/comment/input";
import { type Found, findAgain } from "@/lib/comment/rules";
import { textOf } from "@/lib/comment/text";
import { roleAtLeast, spaceQuery } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { namesIn } from "@/lib/space/names";

export type Said = { id: string; by: string | null; at: Date; body: string; mayRemove: boolean };
export type Thread = Said & {
  quote: string;
  found: Found | null;
  revision: number;
  isResolved: boolean;
  answers: Said[];
};

/** What was said about an entry, each passage looked for in its text of today; who saw the same; whether the reader watches. */
export const viewComments = spaceQuery({
  atLeast: "reader",
  input: viewCommentsInput,
  async run(scope, { entryId }) {
    const { tx, reader } = scope;
    const { document, kind } = await entryOf(scope, entryId);
    const rows = await tx.entryComment.findMany({ where: { entryId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
    const saw = await tx.entrySeen.findMany({ where: { entryId }, orderBy: { at: "asc" } });
    const watch = await tx.entryWatch.count({ where: { entryId, userId: reader.userId } });
    const ids = [...rows.map(({ authorId }) => authorId), ...saw.map(({ userId }) => userId)];
    const names = await namesIn(scope, ids);
    const text = rows.some(({ quote }) => quote !== "") ? textOf(document) : "";
    const said = ({ id, authorId, at, body }: EntryComment): Said => {
      const mayRemove = authorId === reader.userId || roleAtLeast("editor", reader.role);
      return { id, by: names.get(authorId) || null, at, body, mayRemove };
    };
    const known = new Set(rows.map(({ id }) => id));
    // what answered a comment that was taken away stands for itself
    const begun = rows.filter(({ parentId }) => parentId === null || !known.has(parentId));
    return {
      title: document.title,
      kind,
      threads: begun.map(
        (row): Thread => ({
          ...said(row),
          quote: row.quote,
          found: row.quote === "" ? null : findAgain(text, row),
          revision: row.revision,
          isResolved: row.resolvedAt !== null,
          answers: rows.filter(({ parentId }) => parentId === row.id).map(said),
        }),
      ),
      saw: saw.map(({ userId, note, at }) => ({
        by: names.get(userId) || null,
        isMine: userId === reader.userId,
        note,
        at,
      })),
      isWatching: watch > 0,
      mayWrite: reader.role !== "reader",
    };
  },
});
