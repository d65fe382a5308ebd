import { askSpace, enterSpace, performInSpace, type SpaceCaller } from "@/lib/db/enter-space";
import { type EntryDocument, entryDocument } from "@/lib/entry/input";
import { entryOf, saveRevision } from "@/lib/entry/save";
import { decide } from "@/lib/sanitise/commands";
import { viewStudio } from "@/lib/sanitise/queries";

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
