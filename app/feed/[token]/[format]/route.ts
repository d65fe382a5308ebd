import { privateFeed } from "@/lib/web/feed";

type Context = { params: Promise<{ token: string; format: string }> };

/** What is new in the space of a token, or of a search that is kept there, as a feed: `atom` or `json`. */
export async function GET(request: Request, { params }: Context) {
  const { token, format } = await params;
  return privateFeed(token, format, new URL(request.url).searchParams.get("search"));
}
