import "server-only";
import { createByApi, discardByApi, patchByApi } from "@/lib/api/commands";
import { patchInput } from "@/lib/api/input";
import { entryForApi, listForApi } from "@/lib/api/queries";
import { etagOf, isNamedIn } from "@/lib/api/rules";
import { type TokenScoped, within } from "@/lib/db/enter-by-token";
import { parse } from "@/lib/db/perform";
import { env } from "@/lib/env";
import { viewForExport } from "@/lib/export/queries";
import { writeFile } from "@/lib/interop/entry/write-file";
import type { TokenScope } from "@/lib/token/input";
import { Problem, sayJson } from "@/lib/web/api-answer";
import { pictures, series } from "@/lib/web/api-beside";
import { jsonOf } from "@/lib/web/api-body";

/** `of`: what of the entry, and which of that. */
export type Asked = { request: Request; id: string | undefined; of: string[]; query: Record<string, string> };
export type Handler = { may: TokenScope; answer: (entered: TokenScoped, asked: Asked) => Promise<Response> };

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
      const match = matchOf(request);
      const changed = await within(scope, patchByApi, { ...parse(patchInput, await jsonOf(request)), id, match });
      return sayJson(200, changed, { etag: etagOf(changed) });
    },
  },
  DELETE: {
    may: "write",
    async answer({ scope }, { request, id }) {
      await within(scope, discardByApi, { id, match: matchOf(request) });
      return new Response(null, { status: 204, headers: { "cache-control": "private, no-store" } });
    },
  },
};

function matchOf(request: Request) {
  const match = request.headers.get("if-match");
  if (!match) throw new Problem(428);
  return match;
}

/** Who answers; an address that there is none of is not found. */
export function handlerOf({ request: { method }, id, of: [what, which, ...more] }: Asked): Handler | undefined {
  if (id === undefined) return listed[method];
  if (what === undefined) return single[method];
  const beside = { pictures, series }[what];
  if (!beside || more.length > 0) throw new Problem(404);
  return beside[which === undefined ? "all" : "one"][method];
}
