import { z } from "zod";
import { type SpaceScope, spaceQuery } from "@/lib/db/enter-space";
import { entryDocument } from "@/lib/entry/input";
import { entryOf } from "@/lib/entry/save";
import { besideOf, besideOne } from "@/lib/export/beside";
import { nothingBeside } from "@/lib/interop/beside/pack";

const mostEntries = 2_000;

/** An entry, what it was when it came in from a file, and, unless told, what lies beside it. */
export const viewForExport = spaceQuery({
  atLeast: "reader",
  input: z.strictObject({ id: z.uuid(), isWhole: z.boolean().default(true) }),
  async run(scope, { id, isWhole }) {
    const { document } = await entryOf(scope, id);
    const imported = (await importedOf(scope, [id])).get(id) ?? null;
    return { document, imported, beside: isWhole ? await besideOne(scope, id) : nothingBeside };
  },
});

/** All entries of a space, the newest first, as far as one file may hold them. */
export const viewAllForExport = spaceQuery({
  atLeast: "reader",
  input: z.undefined(),
  async run(scope) {
    const { tx, space } = scope;
    const where = { spaceId: space.id, deletedAt: null };
    const rows = await tx.entry.findMany({ where, orderBy: [{ updatedAt: "desc" }, { id: "asc" }], take: mostEntries });
    const ids = rows.map(({ id }) => id);
    const [imported, beside] = [await importedOf(scope, ids), await besideOf(scope, ids)];
    return rows.map(({ id, document }) => ({
      document: entryDocument.parse(document),
      imported: imported.get(id) ?? null,
      beside: beside.get(id) ?? nothingBeside,
    }));
  },
});

async function importedOf({ tx, space }: SpaceScope, ids: string[]) {
  const revisions = await tx.entryRevision.findMany({
    where: { spaceId: space.id, entryId: { in: ids }, kind: "import" },
    orderBy: [{ entryId: "asc" }, { no: "desc" }],
    distinct: ["entryId"],
    select: { entryId: true, document: true },
  });
  return new Map(revisions.map(({ entryId, document }) => [entryId, entryDocument.parse(document)]));
}
