import "server-only";
import type { FieldComplaints } from "@/lib/errors";
import { Refused } from "@/lib/errors";

const titles: Record<number, string> = {
  400: "Something is missing or of the wrong kind.",
  401: "A token is needed.",
  403: "The token may not do this.",
  404: "Not found.",
  405: "Not here.",
  409: "It is public.",
  410: "Withdrawn.",
  412: "It has changed since.",
  413: "Too much.",
  415: "Nothing that could be read.",
  428: "If-Match is missing.",
  429: "Too often.",
};

/** A no of the API; what it is about is never said. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly fields: FieldComplaints = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(titles[status]);
  }
}

const statuses: Record<string, number> = {
  "invalid-input": 400,
  forbidden: 403,
  "not-your-entry": 403,
  "still-public": 409,
  "bad-picture": 415,
  "no-series": 415,
  "too-many-pictures": 413,
  "series-too-much": 413,
  "changed-since": 412,
  "entry-conflict": 412,
};

/** A refusal of a command as the API says it. Any other error is a bug, and thrown on. */
export function problemOf(error: unknown) {
  if (error instanceof Problem) return error;
  if (!(error instanceof Refused)) throw error;
  return new Problem(statuses[error.reason] ?? 404, error.reason === "invalid-input" ? error.fields : {});
}

export function sayProblem({ status, fields, headers }: Problem) {
  const body = {
    type: "about:blank",
    title: titles[status] ?? "",
    status,
    ...(Object.keys(fields).length > 0 && { fields }),
  };
  const asks = status === 401 ? { "www-authenticate": "Bearer" } : {};
  return sayJson(status, body, { "content-type": "application/problem+json", ...asks, ...headers });
}

export function sayJson(status: number, body: unknown, headers: Record<string, string> = {}) {
  const own = { "content-type": "application/json; charset=utf-8", "cache-control": "private, no-store" };
  return new Response(JSON.stringify(body), { status, headers: { ...own, ...headers } });
}
