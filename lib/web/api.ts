import "server-only";
import { createByApi, patchByApi } from "@/lib/api/commands";
import { patchInput, publishedListInput } from "@/lib/api/input";
import { openApi } from "@/lib/api/openapi";
import { listPublished } from "@/lib/api/published";
import { entryForApi, listForApi } from "@/lib/api/queries";
import { etagOf, isNamedIn } from "@/lib/api/rules";
import { enterByToken, type TokenScoped, within } from "@/lib/db/enter-by-token";
import { parse } from "@/lib/db/perform";
import { hashToken } from "@/lib/db/session";
import { env } from "@/lib/env";
import { viewForExport } from "@/lib/export/queries";
import { writeFile } from "@/lib/interop/entry/write-file";
import { Allowance } from "@/lib/live/hot/allowance";
import { published } from "@/lib/publication/queries";
import { scopeAtLeast, type TokenScope } from "@/lib/token/input";
import { Problem, problemOf, sayJson, sayProblem } from "@/lib/web/api-answer";

const perToken = new Allowance(120, 4);
const ofAllStrangers = new Allowance(600, 40);
const mostBytes = 5_000_000;

type Asked = { request: Request; id: string | undefined; query: Record<string, string> };
type Handler = { may: TokenScope; answer: (entered: TokenScoped, asked: Asked) => Promise<Response> };

const listed: Record<string, Handler> = {
  GET: { may: "read", answer: async ({ scope }, { query }) => sayJson(200, await within(scope, listForApi, query)) },
  POST: {
    may: "write",
    async answer({ scope }, { request }) {
      const made = await within(scope, createByApi, await jsonOf(request));
      const location = new URL(`/api/library/v1/entries/${made.id}`, env().TWOFEET_URL).href;
      return sayJson(201, made, { location, etag: etagOf(made) });
    },
  },
};

const single: Record<string, Handler> = {
  GET: {
    may: "read",
    async answer({ scope }, { request, id }) {
      const entry = await within(scope, entryForApi, { id });
      const etag = etagOf(entry);
      if (isNamedIn(request.headers.get("if-none-match") ?? "", etag, true))
        return new Response(null, { status: 304, headers: { etag, "cache-control": "private, no-store" } });
      if (!(request.headers.get("accept") ?? "").includes("text/markdown")) return sayJson(200, entry, { etag });
      const { document, imported } = await within(scope, viewForExport, { id, isWhole: false });
      const headers = { "content-type": "text/markdown; charset=utf-8", "cache-control": "private, no-store", etag };
      return new Response(writeFile(document, imported).text, { headers });
    },
  },
  PATCH: {
    may: "write",
    async answer({ scope }, { request, id }) {
      const match = request.headers.get("if-match");
      if (!match) throw new Problem(428);
      const changed = await within(scope, patchByApi, { ...parse(patchInput, await jsonOf(request)), id, match });
      return sayJson(200, changed, { etag: etagOf(changed) });
    },
  },
};

/** The REST API of the library, version 1. Everything of a space needs a token of that space. */
export async function answerApi(request: Request, [what = "", id, ...rest]: string[]): Promise<Response> {
  try {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    if (rest.length > 0) throw new Problem(404);
    if (what === "entries") return await answerInSpace({ request, id, query });
    if (request.method !== "GET") throw new Problem(what === "published" || what === "openapi.json" ? 405 : 404);
    return await answerAnybody(what, id, query);
  } catch (error) {
    return sayProblem(problemOf(error));
  }
}

async function answerInSpace(asked: Asked) {
  const [, token] = /^Bearer (tfs_[\w-]{20,100})$/i.exec(asked.request.headers.get("authorization") ?? "") ?? [];
  if (!token) throw new Problem(401);
  spend(perToken, hashToken(token));
  try {
    return await enterByToken(token, async (entered) => {
      const handler = (asked.id === undefined ? listed : single)[asked.request.method];
      if (!handler) throw new Problem(405);
      if (!scopeAtLeast(handler.may, entered.token.may)) throw new Problem(403);
      // what is in the space and not found is told from a token that is none
      return await handler.answer(entered, asked).catch((error: unknown) => {
        throw problemOf(error);
      });
    });
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw problemOf(error).status === 404 ? new Problem(401) : error;
  }
}

async function answerAnybody(what: string, slug: string | undefined, query: Record<string, string>) {
  spend(ofAllStrangers, "all");
  const open = { "cache-control": "public, max-age=300" };
  if (what === "openapi.json" && slug === undefined)
    return sayJson(200, openApi(new URL("/api/library/v1", env().TWOFEET_URL).href), open);
  if (what !== "published") throw new Problem(404);
  if (slug === undefined) return sayJson(200, await listPublished(parse(publishedListInput, query)), open);
  const found = await published(slug);
  if (found.isGone) throw new Problem(410);
  const { kind, licence, credit, publishedAt, document, version } = found;
  const about = { slug, kind, version: version.version, licence, credit, publishedAt: publishedAt.toISOString() };
  return sayJson(200, { ...about, document }, open);
}

function spend(allowance: Allowance, who: string) {
  const seconds = allowance.spend(who);
  if (seconds > 0) throw new Problem(429, {}, { "retry-after": String(seconds) });
}

async function jsonOf(request: Request): Promise<unknown> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  const text = declared > mostBytes ? "" : await request.text();
  if (declared > mostBytes || text.length > mostBytes) throw new Problem(413);
  try {
    // PostgreSQL knows no text with a NUL in it, nor half a letter
    return JSON.parse(text.replaceAll("\\u0000", ""), (_, value) =>
      typeof value === "string" ? value.toWellFormed() : value,
    );
  } catch {
    throw new Problem(400);
  }
}
