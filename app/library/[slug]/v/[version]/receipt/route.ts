import { releasedContent } from "@/lib/publication/queries";
import { orNotFound } from "@/lib/web/look";

type Asked = { params: Promise<{ slug: string; version: string }> };

/** Exactly the bytes that were released: their sha256 is the digest on the page. */
export async function GET(_request: Request, { params }: Asked) {
  const { slug, version } = await params;
  const content = await orNotFound(releasedContent(slug, version));
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  return new Response(content, { headers });
}
