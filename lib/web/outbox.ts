import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Caller } from "@/lib/db/enter";
import type { Command } from "@/lib/db/perform";
import { type Outcome, performOnce, type Stamp } from "@/lib/db/perform-once";
import { hashToken, sessionCookie, userOfToken } from "@/lib/db/session";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { Allowance } from "@/lib/live/hot/allowance";
import { cookieOf } from "@/lib/live/hot/cookie";

/** A whole note of 50,000 letters, however they are spelt in JSON. */
const mostBytes = 400_000;

const sent = z.strictObject({
  kind: z.string().max(20),
  /** Whose work this is, as `Ballot.member.mark`. */
  mark: z.string().regex(/^[0-9a-f]{16}$/),
  /** The fields of the command, as a form would send them. */
  values: z.record(
    z.string().max(40),
    // no browser sends NUL, and no text in PostgreSQL may hold it
    z.string().transform((text) => text.replaceAll("\0", "")),
  ),
});

type Once = (caller: Caller, values: unknown, stamp: Stamp) => Promise<Outcome>;

/** A command that phones may send from their outbox. */
export function once<I extends z.ZodType, O>(command: Command<"participant", I, O>): Once {
  return (caller, values, stamp) => performOnce(command, caller, values, stamp);
}

class Turned extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    readonly retryAfter?: number,
  ) {
    super(reason);
  }
}

const allowance = new Allowance();

/**
 * `POST {kind, mark, values}` with an `Idempotency-Key`. 200 `{value}`; 409 `{reason, fields, about}` for a no of the
 * command. 401 `not-signed-in` or `not-joined`, 403 for another site's page and `another-person`, 404 alike for a
 * hidden event and for none, 422 `key-reused`, 429 with Retry-After, 400 and 413 for what no page of ours sends.
 */
export async function receive(kinds: Record<string, Once>, slug: string, request: Request): Promise<Response> {
  try {
    checkOrigin(request);
    const userId = await mayAsk(request);
    const key = z.uuid().safeParse(request.headers.get("idempotency-key"));
    const text = await bodyOf(request);
    const body = sent.safeParse(jsonOf(text));
    const run = body.success && Object.hasOwn(kinds, body.data.kind) && kinds[body.data.kind];
    if (!key.success || !body.success || !run) throw new Turned(400, "invalid-input");
    const { kind, mark, values } = body.data;
    const fingerprint = createHash("sha256")
      .update(JSON.stringify([kind, sorted(values)]))
      .digest("hex");
    return reply(
      await run({ slug, userId }, values, { key: key.data.toLowerCase(), mark, fingerprint }).catch(turned(userId)),
    );
  } catch (error) {
    if (!(error instanceof Turned)) throw error;
    const headers = error.retryAfter === undefined ? {} : { "retry-after": String(error.retryAfter) };
    return json(error.status, { reason: error.reason }, headers);
  }
}

/** Browsers name the origin of every write; whoever leaves it away is not one of our pages. */
function checkOrigin({ headers }: Request) {
  const origin = headers.get("origin") ?? "";
  const hosts = [headers.get("host"), new URL(env().TWOFEET_URL).host];
  if (!URL.canParse(origin) || !hosts.includes(new URL(origin).host)) throw new Turned(403, "wrong-origin");
}

/** Per session, never per address: a whole venue shares one. */
async function mayAsk({ headers }: Request) {
  const token = cookieOf(headers.get("cookie") ?? undefined, sessionCookie()) ?? undefined;
  const userId = await userOfToken(token);
  const wait = userId && token ? allowance.spend(hashToken(token)) : 0;
  if (wait > 0) throw new Turned(429, "too-many-requests", wait);
  return userId;
}

async function bodyOf(request: Request) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > mostBytes) throw new Turned(413, "too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const sorted = (values: Record<string, string>) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));

const statuses: Record<string, number> = { "not-found": 404, "another-person": 403, "key-reused": 422 };

/** What the door said: the command itself was not asked. */
function turned(userId: string | null) {
  return (error: unknown): never => {
    if (!(error instanceof Refused)) throw error;
    if (error.reason === "forbidden") throw new Turned(401, userId ? "not-joined" : "not-signed-in");
    throw new Turned(statuses[error.reason] ?? 409, error.reason);
  };
}

function reply(outcome: Outcome) {
  if (outcome.status === "done") return json(200, { value: outcome.value });
  const { reason, fields, about } = outcome;
  return json(409, { reason, fields, about });
}

function json(status: number, value: unknown, headers: Record<string, string> = {}) {
  return Response.json(value, { status, headers: { "cache-control": "private, no-store", ...headers } });
}
