import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/**
 * All that a browser, a phone's worker or a company's directory tells us. Everything else that arrives in a request's
 * head is what only servers say to each other: it is taken out before anything could believe it.
 */
const told =
  /^(host|connection|accept(-[a-z]+)?|cookie|origin|referer|user-agent|authorization|content-(type|length|encoding)|transfer-encoding|expect|range|if-[a-z-]+|cache-control|pragma|idempotency-key|sec-fetch-[a-z]+|purpose|sec-purpose|priority|rsc|next-(action|url|router-state-tree|router-prefetch|router-segment-prefetch|hmr-refresh))$/;
const reads = ["GET", "HEAD"];
const writes = ["POST"];
/** A directory has no page and no cookie: its token alone counts. */
const directory = /^\/scim\//;
const directoryWrites = ["POST", "PUT", "PATCH", "DELETE"];

/** Next makes pictures smaller, of any address that it is given. No page of ours has it do that. */
const pictureMaker = /^\/_next\/image(?![\w-])/;

export type Refusal = { status: 403 | 404 | 405; allow?: string };

/** Leaves of a request's head only what `told` says, and names the page that hides its address but is ours. */
export function believeOnly(headers: IncomingHttpHeaders) {
  for (const name of Object.keys(headers)) if (!told.test(name)) delete headers[name];
  if (headers.origin === "null" && headers["sec-fetch-site"] === "same-origin")
    headers.origin = `http://${headers.host}`;
}

/**
 * Why a request is not even looked at, or null: an address or a method that nothing here has, or a write that no page of
 * ours sent.
 * Browsers name the origin of every write; whoever leaves it away is not one of our pages.
 */
export function refusalOf({ method = "", url = "", headers }: IncomingMessage, own: string): Refusal | null {
  if (pictureMaker.test(url)) return { status: 404 };
  const isDirectory = directory.test(url);
  const allowed = [...reads, ...(isDirectory ? directoryWrites : writes)];
  if (!allowed.includes(method)) return { status: 405, allow: allowed.join(", ") };
  if (reads.includes(method) || isDirectory || isFromOurPage(headers, own)) return null;
  return { status: 403 };
}

/** A page that hides its own address says `null`; that it asks its own server is then told by the browser alone. */
function isFromOurPage({ origin, host, "sec-fetch-site": site }: IncomingHttpHeaders, own: string) {
  if (origin === "null") return site === "same-origin";
  return origin !== undefined && (origin === own || (URL.canParse(origin) && new URL(origin).host === host));
}
