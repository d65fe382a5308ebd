import "server-only";
import { publishedListInput } from "@/lib/api/input";
import { openApi } from "@/lib/api/openapi";
import { listPublished } from "@/lib/api/published";
import { enterByToken } from "@/lib/db/enter-by-token";
import { parse } from "@/lib/db/perform";
import { hashToken } from "@/lib/db/session";
import { env } from "@/lib/env";
import { Allowance } from "@/lib/live/hot/allowance";
import { published } from "@/lib/publication/queries";
import { scopeAtLeast } from "@/lib/token/input";
import { Problem, problemOf, sayJson, sayProblem } from "@/lib/web/api-answer";
import { type Asked, handlerOf } from "@/lib/web/api-entries";

const perToken = new Allowance(120, 4);
const ofAllStrangers = new Allowance(600, 40);

/** The REST API of the library, version 1. Everything of a space needs a token of that space. */
export async function answerApi(request: Request, [what = "", id, ...rest]: string[]): Promise<Response> {
  try {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    if (what === "entries") return await answerInSpace({ request, id, of: rest, query });
    if (rest.length > 0) throw new Problem(404);
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
      const handler = handlerOf(asked);
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
