import { viewCommentsInput } from "@/lib/comment/input";
import { findAgain } from "@/lib/comment/rules";
import { textOf } from "@/lib/comment/text";
import { roleAtLeast, spaceQuery } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { namesIn } from "@/lib/space/names";

/** `at`: where it stands in today's text; null when that does not say it any more. */
export type SpokenOf = {
  id: string;
  by: string | null;
  body: string;
  answers: number;
  quote: string;
  at: { quote: string; prefix: string; suffix: string } | null;
};
const shownAtMost = 200;
const begins = 160;

/** The passages of an entry of which somebody said something that is not laid aside; the newest two hundred. */
export const viewPassages = spaceQuery({
  atLeast: "reader",
  input: viewCommentsInput,
  async run(scope, { entryId }) {
    const { tx, reader } = scope;
    const { document } = await entryOf(scope, entryId);
    const rows = await tx.entryComment.findMany({
      where: { entryId, quote: { not: "" }, resolvedAt: null },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: shownAtMost,
    });
    const ids = rows.map(({ id }) => id);
    const answers = await tx.entryComment.groupBy({ by: ["parentId"], where: { parentId: { in: ids } }, _count: true });
    const count = new Map(answers.map(({ parentId, _count }) => [parentId, _count]));
    const names = await namesIn(
      scope,
      rows.map(({ authorId }) => authorId),
    );
    const text = rows.length > 0 ? textOf(document) : "";
    const passages = rows.reverse().map((row): SpokenOf => {
      const found = findAgain(text, row);
      const at = found.state === "gone" ? null : { quote: found.text, prefix: found.before, suffix: found.after };
      const body = row.body.length > begins ? `${row.body.slice(0, begins).trimEnd()}…` : row.body;
      return {
        id: row.id,
        by: names.get(row.authorId) || null,
        body,
        answers: count.get(row.id) ?? 0,
        quote: row.quote,
        at,
      };
    });
    return { passages, mayWrite: roleAtLeast("contributor", reader.role) };
  },
});
