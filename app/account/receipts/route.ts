import { viewerReceipts } from "@/lib/web/own-data";

/** The signed receipts of what was purged of events that whoever asks hosted. */
export async function GET() {
  const receipts = (await viewerReceipts()).map(({ receipt }) => receipt);
  return new Response(`${JSON.stringify(receipts, null, 2)}\n`, {
    headers: {
      "cache-control": "no-store",
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="twofeet-receipts.json"',
    },
  });
}
