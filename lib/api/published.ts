import type { PublishedList } from "@/lib/api/input";
import { cursorOf, placeOf, shortOf } from "@/lib/api/rules";
import type { Tx } from "@/lib/db/client";
import { enterPublic } from "@/lib/db/enter-space";
import { Refused } from "@/lib/errors";

type Row = {
  id: string;
  slug: string;
  kind: "recipe" | "postmortem";
  version: string;
  licence: string;
  credit: string;
} & {
  document: unknown;
  published_at: Date;
};

/** What is published, the newest first, as anybody may see it: by words, kind, tag, technology or facets. */
export async function listPublished({ q, kind, tag, tech, f = [], limit, after }: PublishedList) {
  const place = placeOf(after);
  if (after && !place) throw new Refused("invalid-input", { after: ["invalid-format"] });
  const facets = [kind && `kind:${kind}`, tag && `tag:${tag.toLowerCase()}`, tech && `tech:${tech.toLowerCase()}`, ...f]
    .filter((one) => one !== undefined)
    .map((one) => one.replaceAll("\0", ""));
  const sought = { q, facets, at: place?.at ?? null, id: place?.id ?? null, most: limit + 1 };
  const rows = await enterPublic((tx) => (q || facets.length > 0 ? matching(tx, sought) : newest(tx, sought)));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const entries = rows.slice(0, limit).map(({ id: _, document, published_at, ...about }) => ({
    ...{ ...about, publishedAt: published_at.toISOString() },
    ...(shortOf(document) as { title: string; summary: string; tags: string[]; tech: string[] }),
  }));
  return { entries, next: last ? cursorOf({ at: last.published_at, id: last.id }) : null };
}

type Sought = { q: string; facets: string[]; at: Date | null; id: string | null; most: number };

const newest = (tx: Tx, { at, id, most }: Sought) => tx.$queryRaw<Row[]>`
  select e.id, e.slug, e.kind::text, e.version, e.licence, e.credit, e.document, e.published_at
    from lib_pub.pub_entry e
   where e.withdrawn_at is null and (${at}::timestamptz is null or (e.published_at, e.id) < (${at}::timestamptz, ${id}::uuid))
   order by e.published_at desc, e.id desc limit ${most}`;

const matching = (tx: Tx, { q, facets, at, id, most }: Sought) => tx.$queryRaw<Row[]>`
  with sought as materialized (select lib_pub.query_of(${q}, 'en') as query)
  select e.id, e.slug, e.kind::text, e.version, e.licence, e.credit, e.document, e.published_at
    from sought, lib_pub.newest(query, ${facets}::text[], ${at}::timestamptz, ${id}::uuid, ${most}) s
    join lib_pub.pub_entry e on e.id = s.id
   where e.withdrawn_at is null and (${q} = '' or query is not null)
   order by e.published_at desc, e.id desc`;
