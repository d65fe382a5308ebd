import { z } from "zod";
import { roleAtLeast, type SpaceScope, spaceQuery } from "@/lib/db/enter-space";
import { entryDocument } from "@/lib/entry/input";
import { entryOf } from "@/lib/entry/save";
import { slugOf, stageOf, versionAfter } from "@/lib/publication/rules";
import { chartsToCome } from "@/lib/publication/to-come";
import { studioOf } from "@/lib/sanitise/copy";
import { picturesOf } from "@/lib/sanitise/pictures";
import { mayBeChance, type Trace, traceKey } from "@/lib/sanitise/proof-read";
import { textsOf } from "@/lib/sanitise/rules";

/** The studio of an entry: both texts side by side, what was found, what was asked for and by whom. */
export const viewStudio = spaceQuery({
  atLeast: "contributor",
  input: z.strictObject({ entryId: z.uuid() }),
  async run(scope, { entryId }) {
    const entry = await entryOf(scope, entryId);
    const { before: _inside, own: _own, sides, names, copy, traces, ...studio } = await studioOf(scope, entry);
    const publications = await publicationsOf(scope, entryId);
    const pending = publications.find(({ stage }) => stage === "requested" || stage === "waiting") ?? null;
    const last = publications.find(({ stage }) => stage === "released") ?? null;
    return {
      entry: { id: entry.id, title: entry.document.title, kind: entry.kind, revision: entry.revision },
      space: await spaceEdge(scope),
      mayDecide: roleAtLeast("approver", scope.reader.role),
      ...studio,
      traces: traces.map((one) => ({ ...one, ...lookedAt(one, studio.plan.accepted) })),
      copy,
      beside: besides(...sides),
      pictures: await picturesOf(scope, entryId, copy),
      series: names,
      publications,
      pending,
      charts: pending && (await chartsToCome(scope, pending)),
      publicAt: last?.slug ?? null,
      proposed: { slug: slugOf(copy.title), version: versionAfter(last?.version ?? null, entry.kind, new Date()) },
    };
  },
});
export type StudioView = Awaited<ReturnType<(typeof viewStudio)["run"]>>;

const lookedAt = (trace: Trace, accepted: readonly string[]) => {
  const [key, isChance] = [traceKey(trace), mayBeChance(trace)];
  return { key, mayBeChance: isChance, isFine: isChance && accepted.includes(key) };
};

async function spaceEdge({ tx, space }: SpaceScope) {
  const [row] = await tx.$queryRaw<{ name: string | null }[]>`select space_name(${space.id}::int) as name`;
  return { slug: space.slug, kind: space.kind, isAlone: space.kind === "personal", name: row?.name ?? null };
}

async function publicationsOf({ tx, space, reader }: SpaceScope, entryId: string) {
  const people = { select: { id: true, name: true } } as const;
  const rows = await tx.publication.findMany({
    where: { spaceId: space.id, entryId },
    orderBy: { requestedAt: "desc" },
    include: { requestedBy: people, approvedBy: people },
  });
  const mayDecide = roleAtLeast("approver", reader.role);
  return rows.map((row) => {
    const [stage, isMine] = [stageOf(row), row.requestedById === reader.userId];
    const mayApprove = stage === "requested" && mayDecide && (!isMine || space.kind === "personal");
    return {
      ...row,
      document: entryDocument.parse(row.document),
      stage,
      isMine,
      mayApprove,
      mayStop: mayDecide || isMine,
    };
  });
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
