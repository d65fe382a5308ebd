import type { PublicEntry, PublicSeries } from "@/generated/prisma/client";
import { enterPublic } from "@/lib/db/enter-space";
import { type EntryDocument, entryDocument } from "@/lib/entry/input";
import { Refused } from "@/lib/errors";
import { csvOf } from "@/lib/interop/beside/pack";
import { publicPicture, publicSeries } from "@/lib/publication/input";
import { begunAt, samplesOf, seen, timelineOf } from "@/lib/series/queries";

/** A published entry in one of its versions, or what its publishers say of its being gone. */
export type Published = Awaited<ReturnType<typeof published>>;
export type Shown = Extract<Published, { isGone: false }>;

/** What stands at a public address, as anybody may see it; the newest version unless told. Refuses with `not-found`. */
export async function published(slug: string, version: string | null = null) {
  if (`${slug}${version}`.includes("\0")) throw new Refused("not-found");
  return enterPublic(async (tx) => {
    const entry = await tx.publicEntry.findUnique({ where: { slug }, include: around });
    if (!entry) throw new Refused("not-found");
    if (entry.withdrawnAt) return { isGone: true as const, at: entry.withdrawnAt, because: entry.withdrawnBecause };
    const where = { entryId_version: { entryId: entry.id, version: version ?? entry.version } };
    const one = await tx.publicVersion.findUnique({
      where,
      include: { receipt: true, series: { orderBy: { no: "asc" } } },
    });
    if (!one) throw new Refused("not-found");
    const { id, kind, licence, credit, versions, publishedAt } = entry;
    return {
      isGone: false as const,
      ...{ id, slug, kind, licence, credit, publishedAt, versions, newest: entry.version, version: one },
      ...chartsOf(one, entryDocument.parse(one.document)),
      parent: named(entry.parent, entry.parentVersion),
      next: entry.supersededBy ? named(await tx.publicEntry.findUnique({ where: { id: entry.supersededBy } })) : null,
    };
  });
}

/** A version's document, and its series as they are drawn beside that. */
export function chartsOf({ series }: { series: PublicSeries[] }, document: EntryDocument) {
  return { document, timeline: timelineOf(document, series.map(begunAt)), series: drawn(series) };
}

function drawn(rows: PublicSeries[]) {
  const quiet = new Map(rows.filter(({ isQuiet }) => isQuiet).map((row) => [row.name, samplesOf(row)]));
  return rows.map((row) =>
    seen({ ...row, id: String(row.no), sourceName: "" }, row.isQuiet ? undefined : quiet.get(row.name)),
  );
}

const around = {
  versions: { orderBy: { publishedAt: "desc" }, select: { version: true, publishedAt: true, yankedAt: true } },
  parent: { select: { slug: true, document: true, withdrawnAt: true } },
} as const;

/** Another entry as a link to it, unless it is gone. */
function named(entry: Pick<PublicEntry, "slug" | "document" | "withdrawnAt"> | null, version: string | null = null) {
  if (!entry || entry.withdrawnAt) return null;
  return { slug: entry.slug, title: titleOf(entry.document), version };
}

const titleOf = (document: unknown) => String((document as { title?: unknown } | null)?.title ?? "");

/**
 * Exactly what was released as a version, byte for byte what its receipt's digest was made of: `… | sha256sum` is the check.
 * Refuses with `not-found`.
 */
export async function releasedContent(slug: string, version: string) {
  if (`${slug}${version}`.includes("\0")) throw new Refused("not-found");
  const [row] = await enterPublic(
    (tx) => tx.$queryRaw<{ content: string }[]>`
      select lib_pub.content_of(e.slug, v.version, v.changes, v.document, r.beside)::text as content
        from lib_pub.pub_entry e join lib_pub.pub_version v on v.entry_id = e.id
        join lib_pub.pub_receipt r on r.entry_id = v.entry_id and r.version = v.version
       where e.slug = ${slug} and v.version = ${version} and e.withdrawn_at is null`,
  );
  if (!row) throw new Refused("not-found");
  return row.content;
}

/** A picture that a published version shows, to anybody. Refuses with `not-found`; so when it was withdrawn. */
export async function publishedPicture(asked: unknown) {
  const said = publicPicture.safeParse(asked);
  if (!said.success) throw new Refused("not-found");
  const { slug, version, sha256 } = said.data;
  const where = { sha256, version, entry: { entry: { slug, withdrawnAt: null } } };
  const select = { mime: true, bytes: true } as const;
  const picture = await enterPublic((tx) => tx.publicAttachment.findFirst({ where, select }));
  if (!picture) throw new Refused("not-found");
  return picture;
}

/** One series of a published version as a file, to anybody. Refuses with `not-found`; so when it was withdrawn. */
export async function publishedSeries(asked: unknown) {
  const said = publicSeries.safeParse(asked);
  if (!said.success) throw new Refused("not-found");
  const { slug, version, series: no } = said.data;
  const found = await enterPublic((tx) =>
    tx.publicVersion.findFirst({ where: { version, entry: { slug, withdrawnAt: null } }, include: { series: true } }),
  );
  const row = found?.series.find((one) => one.no === no);
  if (!found || !row) throw new Refused("not-found");
  const { since } = timelineOf(entryDocument.parse(found.document), found.series.map(begunAt));
  return csvOf({ name: row.name, ...samplesOf(row) }, since);
}
