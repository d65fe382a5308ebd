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

export function sendJson(out: ServerResponse, status: number, value: unknown, headers = {}) {
  const body = JSON.stringify(value);
  out.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "cache-control": "private, no-store",
    ...headers,
  });
  out.end(body);
}

export function sendError(out: ServerResponse, error: unknown) {
  if (out.headersSent) return out.destroy();
  const no = error instanceof Unavailable ? new Turned(503, "try-again", { retryAfter: 2 }) : error;
  if (!(no instanceof Turned)) {
    console.error(error);
    return sendJson(out, 500, { reason: "broken" });
  }
  const { retryAfter, ...about } = no.about;
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  sendJson(out, no.status, { reason: no.reason, ...about }, headers);
}
