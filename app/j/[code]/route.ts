import { pathOfCode } from "@/lib/event/queries";
import { readJoinCode } from "@/lib/event/rules";
import { holdCode } from "@/lib/web/join";

/** Where a QR code leads: remembers its code on this device and opens the event. Joining waits for the first write. */
export async function GET(_request: Request, { params }: { params: Promise<{ code: string }> }) {
  const code = readJoinCode((await params).code);
  const path = await pathOfCode(code);
  if (!path) return seeOther(`/?code=${code}`);
  await holdCode(code);
  return seeOther(path);
}

/** A path, so that it leads to whichever name of this machine the phone knows. */
function seeOther(location: string) {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
