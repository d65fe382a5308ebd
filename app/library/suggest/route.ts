import { suggestions } from "@/lib/search/queries/suggest";

/** Ways in which what is being typed may go on. To everybody the same: words of what is published. */
export async function GET(request: Request) {
  const q = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json(await suggestions({ q }), { headers: { "cache-control": "public, max-age=60" } });
}
