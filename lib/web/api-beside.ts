import "server-only";
import { picturesForApi, seriesForApi, seriesOneForApi } from "@/lib/api/queries";
import { within } from "@/lib/db/enter-by-token";
import { addPicture } from "@/lib/entry/commands/picture";
import { viewPicture } from "@/lib/entry/queries/picture";
import { mostPictureBytes } from "@/lib/entry/rules";
import { csvOf } from "@/lib/interop/beside/pack";
import { importSeries } from "@/lib/series/commands";
import { sayJson } from "@/lib/web/api-answer";
import { bytesOf, jsonOf } from "@/lib/web/api-body";
import type { Handler } from "@/lib/web/api-entries";

type Beside = Record<"all" | "one", Record<string, Handler>>;

const kept = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" };

/** The pictures of an entry: their list, one more, and each. */
export const pictures: Beside = {
  all: {
    GET: {
      may: "read",
      answer: async ({ scope }, { id }) => sayJson(200, { pictures: await within(scope, picturesForApi, { id }) }),
    },
    POST: {
      may: "write",
      async answer({ scope }, { request, id, query }) {
        const bytes = await bytesOf(request, mostPictureBytes);
        return sayJson(201, { sha256: await within(scope, addPicture, { ...query, id, bytes }) });
      },
    },
  },
  one: {
    GET: {
      may: "read",
      async answer({ scope }, { id, of: [, sha256] }) {
        const { mime, bytes } = await within(scope, viewPicture, { id, sha256 });
        return new Response(bytes, { headers: { ...kept, "content-type": mime } });
      },
    },
  },
};

/** The series of an entry: their list, more from a table, and each with its samples, as JSON or CSV. */
export const series: Beside = {
  all: {
    GET: {
      may: "read",
      answer: async ({ scope }, { id }) => sayJson(200, { series: await within(scope, seriesForApi, { id }) }),
    },
    POST: {
      may: "write",
      async answer({ scope }, { request, id }) {
        const typed = await jsonOf(request);
        const isMap = typeof typed === "object" && typed !== null;
        return sayJson(201, await within(scope, importSeries, { ...(isMap && typed), entryId: id }));
      },
    },
  },
  one: {
    GET: {
      may: "read",
      async answer({ scope }, { request, id, of: [, one] }) {
        const found = await within(scope, seriesOneForApi, { id, series: one });
        if (!(request.headers.get("accept") ?? "").includes("text/csv")) return sayJson(200, found);
        return new Response(csvOf(found), { headers: { ...kept, "content-type": "text/csv; charset=utf-8" } });
      },
    },
  },
};
