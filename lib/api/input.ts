import { z } from "zod";
import { entryDocument } from "@/lib/entry/input";
import { searchInput } from "@/lib/search/input";
import { importSeriesInput } from "@/lib/series/input";

/** Where a list goes on: what an answer gave as `next`. */
const cursor = z
  .string()
  .max(200)
  .regex(/^[\w-]+$/);
const limit = z.coerce.number().int().min(1).max(100).default(50);
const kind = z.enum(["recipe", "postmortem"]).optional();

const status = z.enum(["draft", "review", "final", "archived"]);

export const listInput = z.strictObject({
  kind,
  status: status.optional(),
  limit,
  after: cursor.optional(),
});

export const publishedListInput = z.strictObject({
  /** What is looked for, as on the page of the search. */
  q: searchInput.shape.q,
  kind,
  tag: z.string().max(60).optional(),
  tech: z.string().max(60).optional(),
  limit: limit.default(50),
  after: cursor.optional(),
});
/** Beside that of a list: by what a search is narrowed down. */
export const publishedFeedInput = publishedListInput.extend({ f: searchInput.shape.facets });
export type PublishedList = z.output<typeof publishedListInput> & { f?: string[] };

export const createInput = z.strictObject({ document: entryDocument, message: z.string().max(300).default("") });

/** A merge patch (RFC 7396) of the document: what is named is replaced, what is null gets its default; or how far it is. */
export const patchInput = z.strictObject({
  document: z.record(z.string().max(60), z.unknown()).optional(),
  status: status.optional(),
  message: z.string().max(300).default(""),
});

const instant = z.iso.datetime({ offset: true });
const about = {
  id: z.uuid(),
  kind: z.enum(["recipe", "postmortem"]),
  status,
  revision: z.int(),
  createdAt: instant,
  updatedAt: instant,
};
const short = { title: z.string(), summary: z.string(), tags: z.array(z.string()), tech: z.array(z.string()) };

export const entryAnswer = z.strictObject({ ...about, document: entryDocument });
export const listAnswer = z.strictObject({
  entries: z.array(z.strictObject({ ...about, ...short })),
  next: cursor.nullable(),
});
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const pictureListAnswer = z.strictObject({
  pictures: z.array(z.strictObject({ sha256, mime: z.string(), bytes: z.int(), alt: z.string() })),
});
export const pictureAnswer = z.strictObject({ sha256 });
const series = {
  ...{ id: z.uuid(), sha256, name: z.string(), unit: z.string(), sourceName: z.string(), isQuiet: z.boolean() },
  samples: z.int(),
};
export const seriesListAnswer = z.strictObject({ series: z.array(z.strictObject(series)) });
/** `at`: ms since 1970, ascending; what was not measured is not there. */
export const seriesAnswer = z.strictObject({ ...series, at: z.array(z.number()), vals: z.array(z.number()) });
export const newSeriesInput = importSeriesInput.omit({ entryId: true });
export const newSeriesAnswer = z.strictObject({ count: z.int(), doubts: z.array(z.string()) });
const publishedAbout = {
  slug: z.string(),
  kind: about.kind,
  version: z.string(),
  licence: z.string(),
  credit: z.string(),
  publishedAt: instant,
};
export const publishedAnswer = z.strictObject({ ...publishedAbout, document: entryDocument });
export const publishedListAnswer = z.strictObject({
  entries: z.array(z.strictObject({ ...publishedAbout, ...short })),
  next: cursor.nullable(),
});
/** RFC 9457. `fields` names what was wrong with an input, and never what there is. */
export const problem = z.strictObject({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  fields: z.record(z.string(), z.array(z.string())).optional(),
});
