import { z } from "zod";
import { roleAtLeast, type SpaceScope, spaceQuery } from "@/lib/db/enter-space";
import { topicToTell } from "@/lib/entry/begin";
import { listInput } from "@/lib/entry/input";

export type ListedEntry = {
  id: string;
  kind: "recipe" | "postmortem";
  status: "draft" | "review" | "final" | "archived";
  title: string;
  summary: string;
  tags: string[];
  updatedAt: Date;
};

const most = 500;

/** What every page of a space shows at its edge. */
export async function spaceFacts({ tx, space, reader }: SpaceScope) {
  const [row] = await tx.$queryRaw<{ name: string | null }[]>`select space_name(${space.id}::int) as name`;
  const { slug, kind } = space;
  return { slug, kind, name: row?.name ?? null, role: reader.role, mayWrite: roleAtLeast("contributor", reader.role) };
}

/** What a space is called and who looks. */
export const viewEdge = spaceQuery({ atLeast: "reader", input: z.undefined(), run: spaceFacts });

/** The entries of a space, those changed last first, and how many there are of each status. */
export const viewSpace = spaceQuery({
  atLeast: "reader",
  input: listInput,
  async run(scope, { kind = null, status = null }) {
    const { tx, space } = scope;
    const entries = await tx.$queryRaw<ListedEntry[]>`
      select id, kind::text, status::text, document->>'title' as title, left(document->>'summary', 300) as summary,
             array(select jsonb_array_elements_text(coalesce(document->'tags', '[]'))) as tags, updated_at as "updatedAt"
        from lib_priv.entry
       where space_id = ${space.id} and deleted_at is null
         and (${kind}::text is null or kind::text = ${kind}) and (${status}::text is null or status::text = ${status})
       order by updated_at desc, id limit ${most}`;
    const counts = await tx.entry.groupBy({
      by: ["status"],
      where: { spaceId: space.id, deletedAt: null },
      _count: true,
    });
    return {
      ...(await spaceFacts(scope)),
      entries,
      counts: Object.fromEntries(counts.map(({ status, _count }) => [status, _count])),
    };
  },
});

/** What a new entry begins with: a topic's words, or none. */
export const viewBeginning = spaceQuery({
  atLeast: "contributor",
  input: z.strictObject({ topicId: z.uuid().nullable() }),
  async run(scope, { topicId }) {
    return { ...(await spaceFacts(scope)), told: topicId === null ? null : await topicToTell(scope, topicId) };
  },
});
