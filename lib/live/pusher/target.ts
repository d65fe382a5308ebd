import type { IncomingMessage } from "node:http";

/**
 * What was asked for, or null when the target is no path of ours. A full address would let a proxy behind us be talked
 * into a request of somebody else's; an address that does not parse must not end the process.
 */
export function urlOf({ url: target = "" }: IncomingMessage) {
  if (!target.startsWith("/") || /^\/[/\\]/.test(target)) return null;
  return URL.parse(target, "http://localhost");
}
