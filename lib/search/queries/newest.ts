import { shortOf } from "@/lib/api/rules";
import { spaceQuery } from "@/lib/db/enter-space";
import { Refused } from "@/lib/errors";
import { newOfKeptInput } from "@/lib/search/input";

type Row = { id: string; document: unknown; updatedAt: Date };
const most = 100;
/** Drafts are nobody's news. */
const told = ["status:review", "status:final"];

/**
 * What a search that is kept in a space finds there, what was changed last first. Nothing but searches that somebody kept:
 * a feed's address must not be a way to try words on texts. Refuses with `not-found`.
 */
export const newOfKept = spaceQuery({
  atLeast: "reader",
  input: newOfKeptInput,
  async run({ tx, space }, { id }) {
    const [kept] = await tx.$queryRaw<{ name: string; q: string; facets: string[] }[]>`
      select name, sought as q, facets from lib_priv.saved_search where space_id = ${space.id} and id = ${id}::uuid`;
    if (!kept) throw new Refused("not-found");
    const { name, q, facets } = kept;
    const rows = await tx.$queryRaw<Row[]>`
      with sought as materialized (select lib_pub.query_of(${q}, 'en') as query)
      select e.id, e.document, e.updated_at as "updatedAt"
        from sought, lib_priv.newest(query, ${facets}::text[], ${told}::text[], ${most}) s
        join lib_priv.entry e on e.space_id = s.space_id and e.id = s.id
       where s.space_id = ${space.id} and (${q} = '' or query is not null)
       order by e.updated_at desc, e.id desc`;
    const entries = rows.map(({ id: entry, document, updatedAt }) => {
      return { id: entry, updatedAt: updatedAt.toISOString(), ...shortOf(document) };
    });
    return { name, entries };
  },
});
