import { z } from "zod";
import { listInput } from "@/lib/api/input";
import { cursorOf, placeOf, shortOf } from "@/lib/api/rules";
import { spaceQuery } from "@/lib/db/enter-space";
import { entryInput } from "@/lib/entry/input";
import { entryOf, type OpenEntry } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { samplesOf } from "@/lib/series/queries";

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

/** The pictures of an entry, without their bytes. */
export const picturesForApi = spaceQuery({
  atLeast: "reader",
  input: entryInput,
  async run(scope, { id }) {
    await entryOf(scope, id);
    return scope.tx.$queryRaw<{ sha256: string; mime: string; bytes: number; alt: string }[]>`
      select sha256, mime, octet_length(bytes) as bytes, alt from lib_priv.attachment
       where space_id = ${scope.space.id}::int and entry_id = ${id}::uuid order by added_at, sha256`;
  },
});

type Listed = Record<"id" | "sha256" | "name" | "unit" | "sourceName", string> & { isQuiet: boolean; samples: number };

/** The series of an entry, without their samples. */
export const seriesForApi = spaceQuery({
  atLeast: "reader",
  input: entryInput,
  async run(scope, { id }) {
    await entryOf(scope, id);
    return scope.tx.$queryRaw<Listed[]>`
      select id, sha256, name, unit, source_name as "sourceName", is_quiet as "isQuiet", cardinality(vals) as samples
        from lib_priv.entry_series where space_id = ${scope.space.id}::int and entry_id = ${id}::uuid order by name, id`;
  },
});

/** One of them with its samples. Refuses with `not-found`. */
export const seriesOneForApi = spaceQuery({
  atLeast: "reader",
  input: z.strictObject({ id: z.uuid(), series: z.uuid() }),
  async run(scope, { id, series }) {
    await entryOf(scope, id);
    const where = { spaceId_entryId_id: { spaceId: scope.space.id, entryId: id, id: series } };
    const row = await scope.tx.entrySeries.findUnique({ where });
    if (!row) throw new Refused("not-found");
    const { sha256, name, unit, sourceName, isQuiet, vals } = row;
    return { id: series, sha256, name, unit, sourceName, isQuiet, samples: vals.length, ...samplesOf(row) };
  },
});

export const wholeOf = (entry: OpenEntry) => ({ ...aboutOf(entry), document: entry.document });

function aboutOf({ id, kind, status, revision, createdAt, updatedAt }: Omit<OpenEntry, "document">) {
  return { id, kind, status, revision, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
