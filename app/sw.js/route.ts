import { workerScript } from "@/lib/web/worker";

/** The service worker, at the root because it may only serve what lies below it. */
export async function GET() {
  const headers = { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" };
  return new Response(await workerScript(), { headers });
}
