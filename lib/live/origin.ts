import type { IncomingMessage } from "node:http";

/**
 * Whether a browser's request comes from our own pages. Without an Origin header it is no browser's
 * cross-site request; `allowed` are further origins such as the public address behind a proxy.
 */
export function isFromUs(request: IncomingMessage, allowed: readonly string[] = []) {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return allowed.includes(origin) || (host !== undefined && hostOf(origin) === host);
}

/** Whether the browser speaks TLS, to us or to the proxy before us. */
export function isEncrypted({ socket, headers }: IncomingMessage) {
  return "encrypted" in socket || headers["x-forwarded-proto"] === "https";
}

function hostOf(origin: string) {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
