import type { Tx } from "@/lib/db/client";
import { type EnteredSpace, enterPublic, enterSpaces, spaceQuery } from "@/lib/db/enter-space";
import { parse } from "@/lib/db/perform";
import { type Search, searchInput } from "@/lib/search/input";
import { meantBy } from "@/lib/search/queries/suggest";
import { boxesOf, type Counted, cursorOf, merged, pageSize, placeOf, totalOf } from "@/lib/search/rules";

type Shown = {
  id: string;
  score: bigint;
  kind: "recipe" | "postmortem";
  title: string;
  summary: string;
  lang: string;
  tags: string[];
  passage: string;
};
/** A published entry, by its address; or one of a space, by the space's. */
export type Hit = Shown & ({ slug: string; space: null } | { slug: null; space: EnteredSpace });
type Answer = { hits: Hit[]; counted: Counted[] };

/**
 * What the library holds for this reader: all that is published, and what lies in the spaces they are in. Two searches in
 * two transactions, of which the first cannot see what the second does; they meet here and are kept nowhere.
 */
export async function searchLibrary(readerId: string | null, asked: unknown) {
  const search = parse(searchInput, asked);
  const none = { hits: [], counted: [] };
  const [open, own] = await Promise.all([
    enterPublic((tx) => published(tx, search)),
    readerId ? enterSpaces(readerId, (tx, spaces) => inSpaces(tx, spaces, search)) : none,
  ]);
  const found = pageOf(open, own, search);
  return { ...found, meant: found.total > 2 ? null : await enterPublic((tx) => meantBy(tx, search.q)) };
}

/** What lies in one space. */
export const searchSpace = spaceQuery({
  atLeast: "reader",
  input: searchInput,
  async run({ tx, space, reader }, search) {
    const here: EnteredSpace = { id: space.id, slug: space.slug, kind: space.kind, role: reader.role, name: null };
    const found = await inSpaces(tx, [here], search);
    const [named] = await tx.$queryRaw<{ name: string | null }[]>`select space_name(${space.id}) as name`;
    return { ...pageOf({ hits: [], counted: [] }, found, search), kind: space.kind, name: named?.name ?? null };
  },
});

function pageOf(open: Answer, own: Answer, { facets }: Search) {
  const hits = merged(open.hits, own.hits, pageSize + 1);
  const last = hits.length > pageSize ? hits[pageSize - 1] : undefined;
  const counted = [...open.counted, ...own.counted];
  return {
    hits: hits.slice(0, pageSize),
    next: last ? cursorOf(last) : null,
    boxes: boxesOf(counted, facets),
    ...totalOf(counted),
  };
}

async function published(tx: Tx, { q, lang, facets, after }: Search): Promise<Answer> {
  const place = placeOf(after);
  const hits = await tx.$queryRaw<(Shown & { slug: string })[]>`
    with sought as materialized (select lib_pub.query_of(${q}, ${lang}) as query)
    select s.id, s.score, e.kind::text as kind, e.slug, p.*
      from sought, lib_pub.search(query, ${facets}::text[], ${place?.score ?? null}::bigint, ${place?.id ?? null}::uuid,
        ${pageSize + 1}) s join lib_pub.pub_entry e on e.id = s.id, lib_pub.shown(e.document, query) p
     where ${q} = '' or query is not null order by s.score desc, s.id desc`;
  const counted = await tx.$queryRaw<Counted[]>`
    with sought as materialized (select lib_pub.query_of(${q}, ${lang}) as query)
    select facet, n, about from sought, lib_pub.survey(query, ${facets}::text[]) where ${q} = '' or query is not null`;
  return { hits: hits.map((hit) => ({ ...hit, space: null })), counted };
}

async function inSpaces(tx: Tx, spaces: EnteredSpace[], { q, lang, facets, after }: Search): Promise<Answer> {
  const place = placeOf(after);
  const rows = await tx.$queryRaw<(Shown & { spaceId: number })[]>`
    with sought as materialized (select lib_pub.query_of(${q}, ${lang}) as query)
    select s.id, s.score, s.space_id as "spaceId", e.kind::text as kind, p.*
      from sought, lib_priv.search(query, ${facets}::text[], ${place?.score ?? null}::bigint, ${place?.id ?? null}::uuid,
        ${pageSize + 1}) s join lib_priv.entry e on e.space_id = s.space_id and e.id = s.id, lib_pub.shown(e.document, query) p
     where ${q} = '' or query is not null order by s.score desc, s.id desc`;
  const counted = await tx.$queryRaw<Counted[]>`
    with sought as materialized (select lib_pub.query_of(${q}, ${lang}) as query)
    select facet, n, false as about from sought, lib_priv.survey(query, ${facets}::text[]) where ${q} = '' or query is not null`;
  const of = new Map(spaces.map((space) => [space.id, space]));
  const hits = rows.flatMap(({ spaceId, ...hit }) => {
    const space = of.get(spaceId);
    return space ? [{ ...hit, slug: null, space }] : [];
  });
  return { hits, counted };
}
