import { publishedSeries } from "@/lib/publication/queries";
import { orNotFound } from "@/lib/web/look";

type Asked = { params: Promise<{ slug: string; version: string; series: string }> };

/** The numbers of a published chart, as `<number>.csv`. Kept by others no longer than something withdrawn may be shown. */
export async function GET(_request: Request, { params }: Asked) {
  const { slug, version, series } = await params;
  const text = await orNotFound(publishedSeries({ slug, version, series }));
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${slug}-${series}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=60",
    },
  });
}
