import { askSpace, enterPublic, enterSpaces, type SpaceCaller, spaceQuery } from "@/lib/db/enter-space";
import { Refused } from "@/lib/errors";
import { similarInput } from "@/lib/search/input";

/** Like another one, and the words that both have: rare ones first. */
export type Similar = {
  id: string;
  title: string;
  kind: "recipe" | "postmortem";
  shared: string[];
  slug: string | null;
  space: string | null;
};
type Row = Omit<Similar, "slug" | "space">;
const most = 5;

/** Published entries like a published one; to everybody the same. */
export const similarToPublished = (id: string): Promise<Similar[]> =>
  enterPublic(async (tx) => {
    const rows = await tx.$queryRaw<(Row & { slug: string })[]>`
      select s.id, s.shared, e.slug, e.kind::text as kind, e.document ->> 'title' as title
        from lib_pub.search_doc d, lib_pub.alike(d.words, d.entry_id, ${most}) s join lib_pub.pub_entry e on e.id = s.id
       where d.entry_id = ${id}::uuid`;
    return rows.map((row) => ({ ...row, shared: row.shared.slice(0, most), space: null }));
  });

/** The words by which an entry of a space is told from others. */
export const viewWords = spaceQuery({
  atLeast: "reader",
  input: similarInput,
  async run({ tx, space }, { id }) {
    const [of] = await tx.$queryRaw<{ words: string[] }[]>`
      select words from lib_priv.search_doc where space_id = ${space.id} and entry_id = ${id}::uuid`;
    if (!of) throw new Refused("not-found");
    return of.words;
  },
});

/**
 * Entries like one of a space: published ones, and those of the reader's own spaces. Found when asked for, kept nowhere.
 * Refuses with `not-found`.
 */
export async function similarToEntry(caller: SpaceCaller & { userId: string }, id: string): Promise<Similar[]> {
  const words = await askSpace(viewWords, caller, { id });
  const [open, own] = await Promise.all([openLike(words), ownLike(caller.userId, words, id)]);
  return [...own, ...open];
}

const openLike = (words: string[]): Promise<Similar[]> =>
  enterPublic(async (tx) => {
    const rows = await tx.$queryRaw<(Row & { slug: string })[]>`
      select s.id, s.shared, e.slug, e.kind::text as kind, e.document ->> 'title' as title
        from lib_pub.alike(${words}::text[], null, ${most}) s join lib_pub.pub_entry e on e.id = s.id`;
    return rows.map((row) => ({ ...row, shared: row.shared.slice(0, most), space: null }));
  });

const ownLike = (userId: string, words: string[], not: string): Promise<Similar[]> =>
  enterSpaces(userId, async (tx, spaces) => {
    const rows = await tx.$queryRaw<(Row & { spaceId: number })[]>`
      select s.id, s.shared, s.space_id as "spaceId", e.kind::text as kind, e.document ->> 'title' as title
        from lib_priv.alike(${words}::text[], ${not}::uuid, ${most}) s
        join lib_priv.entry e on e.space_id = s.space_id and e.id = s.id`;
    const of = new Map(spaces.map(({ id, slug }) => [id, slug]));
    return rows.map(({ spaceId, ...row }) => ({
      ...row,
      shared: row.shared.slice(0, most),
      slug: null,
      space: of.get(spaceId) ?? null,
    }));
  });
