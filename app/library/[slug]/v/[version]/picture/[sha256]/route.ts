import { publishedPicture } from "@/lib/publication/queries";
import { orNotFound } from "@/lib/web/look";

type Asked = { params: Promise<{ slug: string; version: string; sha256: string }> };

/** A picture of a published version. What others keep for everybody they ask for again, as it may have been withdrawn. */
export async function GET(_request: Request, { params }: Asked) {
  const { mime, bytes } = await orNotFound(publishedPicture(await params));
  return new Response(bytes, {
    headers: {
      "content-type": mime,
      "content-disposition": "inline",
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=60",
    },
  });
}
