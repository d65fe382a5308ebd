import { Refused } from "@/lib/errors";
import { eraseViewer } from "@/lib/web/own-data";
import { isFromOurPage } from "@/lib/web/sign-out";

const on = (location: string) => ({ location, "cache-control": "no-store" });

/** Erases whoever asks and has said that they mean it, and has their browser forget all that it kept. */
export async function POST(request: Request) {
  if (!isFromOurPage(request)) return new Response(null, { status: 403 });
  const isMeant = (await request.formData()).get("meant") === "on";
  if (!isMeant) return new Response(null, { status: 303, headers: on("/account/erase") });
  try {
    await eraseViewer();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return new Response(null, { status: 303, headers: on("/account/erase") });
  }
  const headers = { ...on("/"), "clear-site-data": '"cache", "storage"' };
  return new Response(null, { status: 303, headers });
}
