import "server-only";
import { Refused } from "@/lib/errors";

/** A copy of an audit as a file to take along; what may not be seen is not found. */
export async function asDownload(copying: Promise<{ at: string; text: string }>) {
  try {
    const { at, text } = await copying;
    return new Response(text, {
      headers: {
        "cache-control": "private, no-store",
        "content-type": "application/x-ndjson; charset=utf-8",
        "content-disposition": `attachment; filename="twofeet-audit-${at.slice(0, 10)}.jsonl"`,
      },
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return new Response(null, { status: 404, headers: { "cache-control": "private, no-store" } });
  }
}
