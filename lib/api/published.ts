import type { PublishedList } from "@/lib/api/input";
import { cursorOf, placeOf, shortOf } from "@/lib/api/rules";
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

/** What is published, the newest first, as anybody may see it: by kind, tag or technology. */
export async function listPublished({ kind, tag, tech, limit, after }: PublishedList) {
  const place = placeOf(after);
  if (after && !place) throw new Refused("invalid-input", { after: ["invalid-format"] });
  const facets = [kind && `kind:${kind}`, tag && `tag:${tag.toLowerCase()}`, tech && `tech:${tech.toLowerCase()}`]
    .filter((one) => one !== undefined)
    .map((one) => one.replaceAll("\0", ""));
  const rows = await enterPublic(
    (tx) => tx.$queryRaw<Row[]>`
      select e.id, e.slug, e.kind::text, e.version, e.licence, e.credit, e.document, e.published_at
        from lib_pub.pub_entry e
       where e.withdrawn_at is null
         and (${facets.length} = 0 or exists (select from lib_pub.search_doc d where d.entry_id = e.id and d.facets @> ${facets}::text[]))
         and (${place?.at ?? null}::timestamptz is null or (e.published_at, e.id) < (${place?.at ?? null}::timestamptz, ${place?.id ?? null}::uuid))
       order by e.published_at desc, e.id desc limit ${limit + 1}`,
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const entries = rows.slice(0, limit).map(({ id: _, document, published_at, ...about }) => ({
    ...{ ...about, publishedAt: published_at.toISOString() },
    ...(shortOf(document) as { title: string; summary: string; tags: string[]; tech: string[] }),
  }));
  return { entries, next: last ? cursorOf({ at: last.published_at, id: last.id }) : null };
}
