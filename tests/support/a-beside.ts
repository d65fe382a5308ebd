import { askSpace, enterSpace, performInSpace, type SpaceCaller } from "@/lib/db/enter-space";
import { addPicture } from "@/lib/entry/commands/picture";
import { type EntryDocument, entryDocument } from "@/lib/entry/input";
import { entryOf, saveRevision } from "@/lib/entry/save";
import { decide } from "@/lib/sanitise/commands";
import { viewStudio } from "@/lib/sanitise/queries";
import { importSeries } from "@/lib/series/commands";
import { anEntry } from "@/tests/support/a-published";
import { aJpeg, aPng, aWebp } from "@/tests/support/pictures";

const clock = (no: number) => new Date(Date.UTC(2026, 2, 14, 9) + no * 60_000).toISOString();
const table = (name: string, rows: [number, number][]) =>
  [`time,${name}`, ...rows.map(([no, value]) => `${clock(no)},${value}`)].join("\n");

/** A post-mortem that shows three pictures, in its text and in its timeline, with a regular, a broken and a quiet series. */
export async function anIllustratedIncident(me: SpaceCaller) {
  const id = await anEntry(me, { kind: "postmortem", title: "Kassé: disk full" });
  const add = (bytes: Uint8Array<ArrayBuffer>, alt: string) => performInSpace(addPicture, me, { id, bytes, alt });
  const [png, jpeg, webp] = [await add(aPng("a"), 'A "dot"'), await add(aJpeg("b"), ""), await add(aWebp("c"), "W")];
  const measure = (text: string, more: object = {}) =>
    performInSpace(importSeries, me, { entryId: id, text, sourceName: "shop.csv", ...more });
  await measure(
    table('"errors, ""all"""', [
      [0, 0.1],
      [1, -3e-9],
      [2, 12345.678],
    ]),
  );
  await measure(
    table("=broken()", [
      [0, 1],
      [1, 2],
      [7, 3],
    ]),
  );
  await measure(
    table("errors", [
      [0, 0],
      [1, 1e21],
      [2, 1],
    ]),
    { quiet: "on" },
  );
  const at = { at: "2026-03-14T09:00:00Z", precision: "minute" as const, bound: "exact" as const, text: "" };
  await rewrite(me, id, {
    body: `# It\n\n![A dot](attachment:${png})\n\nattachment:${"0".repeat(64)}\n`,
    summary: `![x](attachment:${jpeg})`,
    timeline: [
      {
        id: "a",
        at,
        marker: "other",
        who: "",
        starred: false,
        evidence: [],
        text: `![w](attachment:${webp})`,
      },
    ],
  } as object);
  return { id, png, jpeg, webp };
}

/** What lies beside an entry, as it is kept, but for its ids. */
export const besideIn = (caller: SpaceCaller, entryId: string) =>
  enterSpace(caller, "reader", async (scope) => {
    await entryOf(scope, entryId);
    const pictures = await scope.tx.attachment.findMany({
      where: { entryId },
      select: { sha256: true, mime: true, alt: true, bytes: true },
      orderBy: { sha256: "asc" },
    });
    const series = await scope.tx.entrySeries.findMany({
      where: { entryId },
      omit: { id: true, entryId: true, spaceId: true, addedAt: true, addedById: true },
      orderBy: { sha256: "asc" },
    });
    return { pictures, series };
  });

/** Changes what an entry says, past every form. */
export const rewrite = (caller: SpaceCaller, entryId: string, change: Partial<EntryDocument>) =>
  enterSpace(caller, "contributor", async (scope) => {
    const { document, revision } = await entryOf(scope, entryId);
    const next = entryDocument.parse({ ...document, ...change });
    await saveRevision(scope, { entryId, base: revision, document: next });
  });

/** Decides of everything as proposed, with the series; twice, as their names are looked at once they are to go out. */
export async function decidedWithSeries(caller: SpaceCaller, entryId: string, relative = false) {
  for (const _time of [1, 2]) {
    const { findings } = await askSpace(viewStudio, caller, { entryId });
    const lines = findings.map(({ kind, term, deed }) => ({ kind, term, deed }));
    await performInSpace(decide, caller, { entryId, lines, series: true, relative });
  }
}
