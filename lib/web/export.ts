import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { askSpace } from "@/lib/db/enter-space";
import { Refused } from "@/lib/errors";
import { viewAllForExport, viewForExport } from "@/lib/export/queries";
import { viewSeriesFile } from "@/lib/export/series";
import { stemOf, writeFile } from "@/lib/interop/entry/write-file";
import { filesOf, jsonOf, siteOf, wholeEntry } from "@/lib/interop/site/pages";
import { zipOf } from "@/lib/interop/site/zip";
import { viewerId } from "@/lib/web/viewer";

const nothing = () => new Response(null, { status: 404, headers: { "cache-control": "private, no-store" } });

/** An entry as a file: `markdown`, `json`, or `zip`, with its pictures and series. What is not the viewer's is not there. */
export const exportEntry = (space: string, id: string, format: string) =>
  orNothing(async (userId) => {
    if (format !== "markdown" && format !== "json" && format !== "zip") return nothing();
    const found = await askSpace(viewForExport, { space, userId }, { id, isWhole: format !== "markdown" });
    const { document, imported, beside } = found;
    if (format === "zip") return download(`${stemOf(document)}.zip`, "application/zip", zipOf(wholeEntry(found)));
    const { name, text } = format === "json" ? jsonOf(document, beside) : writeFile(document, imported);
    return download(name, format === "json" ? "application/json" : "text/plain", new TextEncoder().encode(text));
  });

/** One series of an entry, asked for as `<id>.csv`. */
export const exportSeries = (space: string, entryId: string, file: string) =>
  orNothing(async (userId) => {
    const seriesId = /^(.{36})\.csv$/.exec(file)?.[1] ?? "";
    const { name, text } = await askSpace(viewSeriesFile, { space, userId }, { entryId, seriesId });
    return download(`${name.slice(0, 80)}.csv`, "text/csv", new TextEncoder().encode(text));
  });

/** A whole space as a zip: `markdown`, `json` or `site`. */
export const exportSpace = (space: string, format: string) =>
  orNothing(async (userId) => {
    if (format !== "markdown" && format !== "json" && format !== "site") return nothing();
    const entries = await askSpace(viewAllForExport, { space, userId }, undefined);
    const t = await getTranslations("interop.export");
    const words = { title: t("untitled"), from: t("from"), lang: await getLocale() };
    const files = format === "site" ? siteOf(entries, words) : filesOf(entries, format);
    return download(`library-${format}.zip`, "application/zip", zipOf(files));
  });

async function orNothing(work: (userId: string | null) => Promise<Response>) {
  try {
    return await work(await viewerId());
  } catch (error) {
    if (error instanceof Refused) return nothing();
    throw error;
  }
}

function download(name: string, type: string, bytes: Uint8Array) {
  const ascii = name.replace(/[^\w.-]+/g, "_");
  const headers = {
    "content-type": type === "application/zip" ? type : `${type}; charset=utf-8`,
    "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "cache-control": "private, no-store",
  };
  return new Response(new Uint8Array(bytes), { headers });
}
