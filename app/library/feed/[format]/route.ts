import { publicFeed } from "@/lib/web/feed";

type Context = { params: Promise<{ format: string }> };

/** What is published, as a feed: `atom` or `json`, by `q` and `f` as in the address of a search, by `tag`, `tech` or `kind`. */
export async function GET(request: Request, { params }: Context) {
  return publicFeed(request, (await params).format);
}
