import { viewerData } from "@/lib/web/own-data";

/** Everything that is kept about whoever asks, for them alone. */
export async function GET() {
  const data = await viewerData();
  const headers = { "cache-control": "no-store", "content-type": "application/json; charset=utf-8" };
  if (!data) return new Response(null, { status: 303, headers: { location: "/sign-in?next=/account" } });
  const name = `twofeet-${data.takenAt.slice(0, 10)}.json`;
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: { ...headers, "content-disposition": `attachment; filename="${name}"` },
  });
}
