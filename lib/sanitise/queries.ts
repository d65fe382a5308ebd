import { z } from "zod";
import { type SpaceScope, spaceQuery } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { slugOf, stageOf, versionAfter } from "@/lib/publication/rules";
import { studioOf } from "@/lib/sanitise/copy";
import { textsOf } from "@/lib/sanitise/rules";

/** The studio of an entry: both texts side by side, what was found, what was asked for and by whom. */
export const viewStudio = spaceQuery({
  atLeast: "contributor",
  input: z.strictObject({ entryId: z.uuid() }),
  async run(scope, { entryId }) {
    const entry = await entryOf(scope, entryId);
    const { before, copy, ...studio } = await studioOf(scope, entry);
    const publications = await publicationsOf(scope, entryId);
    const last = publications.find(({ stage }) => stage === "released") ?? null;
    return {
      entry: { id: entry.id, title: entry.document.title, kind: entry.kind, revision: entry.revision },
      space: { kind: scope.space.kind, isAlone: scope.space.kind === "personal" },
      reader: scope.reader,
      ...studio,
      copy,
      beside: besides(before, copy),
      publications,
      pending: publications.find(({ stage }) => stage === "requested" || stage === "waiting") ?? null,
      publicAt: last?.slug ?? null,
      proposed: { slug: slugOf(copy.title), version: versionAfter(last?.version ?? null, entry.kind, new Date()) },
    };
  },
});
export type StudioView = Awaited<ReturnType<(typeof viewStudio)["run"]>>;

async function publicationsOf({ tx, space }: SpaceScope, entryId: string) {
  const people = { select: { id: true, name: true } } as const;
  const rows = await tx.publication.findMany({
    where: { spaceId: space.id, entryId },
    orderBy: { requestedAt: "desc" },
    include: { requestedBy: people, approvedBy: people },
  });
  return rows.map((row) => ({ ...row, stage: stageOf(row) }));
}

export type Beside = { path: string; before: string; after: string };

/** The texts of both documents, field by field and paragraph by paragraph. What was dropped is empty on the right. */
function besides(before: unknown, after: unknown): Beside[] {
  const right = new Map(textsOf(after).map(({ path, text }) => [path, text]));
  return textsOf(before).flatMap(({ path, text }) => {
    const other = right.get(path) ?? "";
    const [left, kept] = [text.split(/\n{2,}/), other.split(/\n{2,}/)];
    if (left.length !== kept.length) return [{ path, before: text, after: other }];
    return left.map((paragraph, at) => ({ path, before: paragraph, after: kept[at] ?? "" }));
  });
}
