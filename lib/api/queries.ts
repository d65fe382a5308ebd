import { z } from "zod";
import { listInput } from "@/lib/api/input";
import { cursorOf, placeOf, shortOf } from "@/lib/api/rules";
import { spaceQuery } from "@/lib/db/enter-space";
import { entryOf, type OpenEntry } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";

/** The entries of a space, what changed last first. */
export const listForApi = spaceQuery({
  atLeast: "reader",
  input: listInput,
  async run({ tx, space }, { kind, status, limit, after }) {
    const place = placeOf(after);
    if (after && !place) throw new Refused("invalid-input", { after: ["invalid-format"] });
    const older = place && {
      OR: [{ updatedAt: { lt: place.at } }, { updatedAt: place.at, id: { lt: place.id } }],
    };
    const rows = await tx.entry.findMany({
      where: { spaceId: space.id, deletedAt: null, ...(kind && { kind }), ...(status && { status }), ...older },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: limit + 1,
    });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const entries = rows.slice(0, limit).map((row) => ({ ...aboutOf(row), ...shortOf(row.document) }));
    return { entries, next: last ? cursorOf({ at: last.updatedAt, id: last.id }) : null };
  },
});

export const entryForApi = spaceQuery({
  atLeast: "reader",
  input: z.strictObject({ id: z.uuid() }),
  run: async (scope, { id }) => wholeOf(await entryOf(scope, id)),
});

export const wholeOf = (entry: OpenEntry) => ({ ...aboutOf(entry), document: entry.document });

function aboutOf({ id, kind, status, revision, createdAt, updatedAt }: Omit<OpenEntry, "document">) {
  return { id, kind, status, revision, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
