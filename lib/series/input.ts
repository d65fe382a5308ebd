import { IANAZone } from "luxon";
import { z } from "zod";

/** What one paste or file may hold, in letters, and one entry, in series and in samples of each. */
export const mostSeries = { letters: 4_000_000, ofEntry: 2_000, samples: 200_000 };

export const zoneName = z.string().max(60).refine(IANAZone.isValidZone, "bad-zone");

export const importSeriesInput = z.strictObject({
  entryId: z.uuid(),
  /** A table of numbers over time, as a monitoring tool wrote it. */
  text: z.string().max(mostSeries.letters),
  /** Holds where a time of the table says none. */
  zone: zoneName.default("UTC"),
  sourceName: z.string().trim().max(200).default(""),
  /** Taken when all was well, to compare with. */
  quiet: z.literal("on").optional(),
});

export const seriesSource = z.strictObject({ entryId: z.uuid(), sourceName: z.string().max(200) });

export const pinSignalInput = z.strictObject({
  entryId: z.uuid(),
  /** `<series>/<number of its onset>`, or empty to take the pin back. */
  onset: z.union([z.literal(""), z.string().regex(/^[0-9a-f-]{36}\/\d{1,2}$/)]),
  note: z.string().trim().max(1_000).default(""),
});

const ids = z.array(z.uuid()).max(12).default([]);

export const viewSeriesInput = z.strictObject({
  entryId: z.uuid(),
  /** Which to draw; none: those that became unusual. */
  show: ids,
  /** Part of the name of those that are listed. */
  named: z.string().max(100).default(""),
});

/** What an address asks of the page; what is no question is none. */
export const askedSeries = z.object({
  show: z.preprocess((said) => [said ?? []].flat(), ids).catch([]),
  named: viewSeriesInput.shape.named.catch(""),
  span: z.literal("whole").nullable().catch(null),
});
