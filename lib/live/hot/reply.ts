import type { ServerResponse } from "node:http";
import { Unavailable } from "../database";

/** A no of the hot lane: a status, a reason that the person is told, seconds to wait. */
export class Turned extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 429 | 503,
    readonly reason: string,
    readonly about: { retryAfter?: number; left?: number | null } = {},
  ) {
    super(reason);
  }
}

/** The same bytes for what is hidden and for what does not exist. */
export const notFound = () => new Turned(404, "not-found");

/** Flat pairs: Node writes them as they stand, which it does not with an object or after `setHeader`. */
export type Headers = (string | number)[];

const always: Headers = [
  ...["x-content-type-options", "nosniff", "cross-origin-resource-policy", "same-origin"],
  ...(process.env.TWOFEET_URL?.startsWith("https:") ? ["strict-transport-security", "max-age=63072000"] : []),
];

export function send(out: ServerResponse, status: number, headers: Headers, body?: string | Buffer) {
  const length = body === undefined ? [] : ["content-length", Buffer.byteLength(body)];
  // the types know it, but take strings only
  out.writeHead(status, [...always, ...headers, ...length] as string[]);
  out.end(body);
}

export function sendJson(out: ServerResponse, status: number, value: unknown, headers: Headers = []) {
  const kind = ["content-type", "application/json", "cache-control", "private, no-store"];
  send(out, status, [...kind, ...headers], JSON.stringify(value));
}

export function sendError(out: ServerResponse, error: unknown) {
  if (out.headersSent) return out.destroy();
  const no = error instanceof Unavailable ? new Turned(503, "try-again", { retryAfter: 2 }) : error;
  if (!(no instanceof Turned)) {
    console.error(error);
    return sendJson(out, 500, { reason: "broken" });
  }
  const { retryAfter, ...about } = no.about;
  const headers = retryAfter === undefined ? [] : ["retry-after", retryAfter];
  sendJson(out, no.status, { reason: no.reason, ...about }, headers);
}
