import { z } from "zod";
import { spaceQuery } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { csvOf } from "@/lib/interop/beside/pack";
import { begunAt, samplesOf, timelineOf } from "@/lib/series/queries";

/** One series of an entry as a file to take along, for whoever may read the entry. Refuses with `not-found`. */
export const viewSeriesFile = spaceQuery({
  atLeast: "reader",
  input: z.strictObject({ entryId: z.uuid(), seriesId: z.uuid() }),
  async run(scope, { entryId, seriesId }) {
    const { document } = await entryOf(scope, entryId);
    const row = await scope.tx.entrySeries.findFirst({ where: { entryId, id: seriesId } });
    if (!row) throw new Refused("not-found");
    const { since } = timelineOf(document, [begunAt(row)]);
    return { name: row.name, text: csvOf({ name: row.name, ...samplesOf(row) }, since) };
  },
});
