import "server-only";
import type { z } from "zod";
import { type CompanyScope, enterCompany } from "@/lib/db/enter-sso";
import { hashToken } from "@/lib/db/session";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { Allowance } from "@/lib/live/hot/allowance";
import { announce, change, personAt, showOut } from "@/lib/sso/scim/directory";
import { filterOf, scimPatchInput, scimUserInput, wantedBy } from "@/lib/sso/scim/input";
import { countPeople, type Person, peopleOf } from "@/lib/sso/scim/people";
import { about, listed, ScimError, userOf } from "@/lib/web/scim-answer";

const allowance = new Allowance(300, 20);
const mostBytes = 100_000;

type Asked = { request: Request; id: string | undefined; query: URLSearchParams };
type Answer = { status: number; body?: unknown };
type Handler = (scope: CompanyScope, asked: Asked) => Promise<Answer>;

const base = () => new URL("/scim/v2", env().TWOFEET_URL).href;
const one = (person: Person, status = 200) => ({ status, body: userOf(person, base()) });

const users: Record<string, Handler> = {
  async GET(scope, { id, query }) {
    if (id !== undefined) return one(await personAt(scope, id));
    const filter = filterOf(query.get("filter"));
    if (filter === null) throw new ScimError(400, 'Only attribute eq "value" is understood.', "invalidFilter");
    const [from, count] = [whole(query.get("startIndex"), 1, 1), Math.min(200, whole(query.get("count"), 100, 0))];
    const people = await peopleOf(scope, { filter, from, count });
    const total = filter ? people.length : await countPeople(scope);
    return {
      status: 200,
      body: listed(
        people.map((person) => userOf(person, base())),
        total,
        from,
      ),
    };
  },
  async POST(scope, { id, request }) {
    if (id !== undefined) throw new ScimError(405, "Not here.");
    return one(await announce(scope, read(scimUserInput, await jsonOf(request))), 201);
  },
  PUT: async (scope, { id = "", request }) =>
    one(await change(scope, await personAt(scope, id), read(scimUserInput, await jsonOf(request)))),
  async PATCH(scope, { id = "", request }) {
    const wanted = wantedBy(read(scimPatchInput, await jsonOf(request)));
    if (!wanted) throw new ScimError(400, "A value is of the wrong kind.", "invalidValue");
    return one(await change(scope, await personAt(scope, id), wanted));
  },
  async DELETE(scope, { id = "" }) {
    await showOut(scope, await personAt(scope, id));
    return { status: 204 };
  },
};

/** SCIM 2.0 (RFC 7643, 7644): a company's directory says who belongs to it. Everything needs the company's token. */
export async function answerScim(request: Request, [what = "", id, ...rest]: string[]): Promise<Response> {
  try {
    const token = tokenOf(request);
    const { status, body } = await enterCompany({ scimToken: token }, async (scope) => {
      const wait = allowance.spend(hashToken(token));
      if (wait > 0) throw new ScimError(429, `Ask again in ${wait} s.`);
      if (rest.length > 0) throw new ScimError(404, "Nothing is here.");
      const handler = what === "Users" ? users[request.method] : undefined;
      if (handler) return handler(scope, { request, id, query: new URL(request.url).searchParams });
      const steady = request.method === "GET" ? about(what, base()) : undefined;
      if (!steady) throw new ScimError(what === "Users" ? 405 : 404, "Nothing is here.");
      return { status: 200, body: steady };
    });
    return say(status, body);
  } catch (error) {
    return complain(error);
  }
}

/** The body inside the limits, or a no. */
async function jsonOf(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > mostBytes) throw new ScimError(413, "Too much.");
  try {
    // PostgreSQL knows no text with a NUL in it
    return JSON.parse(text.replaceAll("\\u0000", ""));
  } catch {
    throw new ScimError(400, "Not JSON.", "invalidSyntax");
  }
}

function read<I extends z.ZodType>(schema: I, value: unknown): z.output<I> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ScimError(400, "Something is missing or of the wrong kind.", "invalidValue");
  return parsed.data;
}

function whole(text: string | null, otherwise: number, least: number) {
  const number = Number.parseInt(text ?? "", 10);
  return Number.isSafeInteger(number) && number < 1e9 ? Math.max(least, number) : otherwise;
}

/** Refuses alike a token that is missing, unknown or ended: before anything is said of what is here. */
function tokenOf({ headers }: Request) {
  const [, token] = /^Bearer ([\w-]{20,200})$/i.exec(headers.get("authorization") ?? "") ?? [];
  if (!token) throw new ScimError(401, "A token is needed.");
  return token;
}

function complain(error: unknown) {
  if (error instanceof ScimError) return say(error.status, error.body());
  if (!(error instanceof Refused)) throw error;
  if (error.reason === "scim-taken")
    return say(409, new ScimError(409, "There is one of that name.", "uniqueness").body());
  // inside the company it says 404; that there is no such company is a token that is none
  const fault =
    error.about.org === "none" ? new ScimError(401, "A token is needed.") : new ScimError(404, "Nobody is here.");
  return say(fault.status, fault.body());
}

function say(status: number, body?: unknown) {
  const headers = { "content-type": "application/scim+json", "cache-control": "private, no-store" };
  const asks = status === 401 ? { "www-authenticate": "Bearer" } : {};
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { ...headers, ...asks } });
}
