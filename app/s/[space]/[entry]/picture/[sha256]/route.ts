import { viewPicture } from "@/lib/entry/queries/picture";
import { lookInSpace } from "@/lib/web/space";

type Asked = { params: Promise<{ space: string; entry: string; sha256: string }> };

/** A picture of an entry, to whoever may read that; it is kept nowhere on the way. */
export async function GET(_request: Request, { params }: Asked) {
  const { space, entry, sha256 } = await params;
  const { mime, bytes } = await lookInSpace(viewPicture, space, { id: entry, sha256 });
  return new Response(bytes, {
    headers: { "content-type": mime, "cache-control": "private, no-store", "content-disposition": "inline" },
  });
}
