import { isFromOurPage, signOutEverywhere, signOutHere } from "@/lib/web/sign-out";

/**
 * Signs out, here or everywhere, and has the browser forget all that it kept for the person: pages, boards, drafts. The
 * choices of language and looks are cookies and stay. A form's address and no action, for only an answer can say that.
 */
export async function POST(request: Request) {
  if (!isFromOurPage(request)) return new Response(null, { status: 403 });
  const isEverywhere = (await request.formData()).has("everywhere");
  await (isEverywhere ? signOutEverywhere() : signOutHere());
  const headers = { location: "/", "cache-control": "no-store", "clear-site-data": '"cache", "storage"' };
  return new Response(null, { status: 303, headers });
}
