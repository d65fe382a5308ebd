import { z } from "zod";
import {
  createInput,
  entryAnswer,
  listAnswer,
  listInput,
  newSeriesAnswer,
  newSeriesInput,
  patchInput,
  pictureAnswer,
  pictureListAnswer,
  problem,
  publishedAnswer,
  publishedListAnswer,
  publishedListInput,
  seriesAnswer,
  seriesListAnswer,
} from "@/lib/api/input";

const schemas = {
  ...{ Entry: entryAnswer, EntryList: listAnswer, NewEntry: createInput, EntryPatch: patchInput },
  ...{ PictureList: pictureListAnswer, Picture: pictureAnswer, SeriesList: seriesListAnswer, Series: seriesAnswer },
  ...{ NewSeries: newSeriesInput, SeriesTaken: newSeriesAnswer },
};
const open = { Published: publishedAnswer, PublishedList: publishedListAnswer, Problem: problem };

const shape = (schema: z.ZodType, io: "input" | "output" = "output") => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
};
const named = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string, type = "application/json") => ({ [type]: { schema: named(name) } });
const etag = { ETag: { schema: { type: "string" } } };
const says = (description: string, name: string, headers = {}) => ({ description, content: json(name), headers });
const fault = (description: string) => ({ description, content: json("Problem", "application/problem+json") });
const faults = (...all: [number, string][]) => Object.fromEntries(all.map(([status, why]) => [status, fault(why)]));
const id = { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } };
const slug = { name: "slug", in: "path", required: true, schema: { type: "string" } };
const match = { name: "If-Match", in: "header", required: true, schema: { type: "string" } };
const asked = (input: z.ZodObject) =>
  Object.entries(shape(input, "input").properties ?? {}).map(([name, schema]) => ({ name, in: "query", schema }));
const needsToken = { security: [{ token: [] }] };
const anybody = { security: [] };
const locked: [number, string] = [401, "No token, or one that opens nothing (any more)."];
const wrong: [number, string] = [400, "Something is missing or of the wrong kind."];
const absent: [number, string] = [404, "Not here, or not yours: the same."];
const narrow: [number, string] = [403, "The token may not do this."];

const stale: [number, string][] = [
  [412, "It has changed since."],
  [428, "If-Match is missing."],
];

const inSpace = {
  "/entries": {
    get: {
      ...{ summary: "Entries of the token's space", ...needsToken, parameters: asked(listInput) },
      responses: { 200: says("Some of them.", "EntryList"), ...faults(wrong, locked, narrow) },
    },
    post: {
      ...{ summary: "A new draft", ...needsToken, requestBody: { required: true, content: json("NewEntry") } },
      responses: { 201: says("It is there.", "Entry", etag), ...faults(wrong, locked, narrow) },
    },
  },
  "/entries/{id}": {
    parameters: [id],
    get: {
      ...{ summary: "An entry; as Markdown when asked to accept `text/markdown`", ...needsToken },
      responses: { 200: says("All of it.", "Entry", etag), ...faults(locked, narrow, absent) },
    },
    patch: {
      ...{
        summary: "Change what nobody else has changed since, or say how far it is",
        ...needsToken,
        parameters: [match],
      },
      requestBody: {
        required: true,
        content: { ...json("EntryPatch"), ...json("EntryPatch", "application/merge-patch+json") },
      },
      responses: {
        200: says("As it is now.", "Entry", etag),
        ...faults(wrong, locked, narrow, absent, ...stale),
      },
    },
    delete: {
      ...{ summary: "Take away for good what nobody else has changed since", ...needsToken, parameters: [match] },
      responses: {
        204: { description: "It is gone." },
        ...faults(locked, narrow, absent, [409, "A copy of it is public: withdraw that first."], ...stale),
      },
    },
  },
};

const binary = { type: "string", format: "binary" };
const mimes = ["image/jpeg", "image/png", "image/webp"];
const anyPicture = Object.fromEntries(mimes.map((mime) => [mime, { schema: binary }]));
const tooMuch: [number, string] = [413, "Too large, or too many."];
const unread: [number, string] = [415, "Nothing that could be read."];

const besideEntry = {
  "/entries/{id}/pictures": {
    parameters: [id],
    get: {
      ...{ summary: "The pictures of an entry, named in its texts as `attachment:<sha256>`", ...needsToken },
      responses: { 200: says("All of them.", "PictureList"), ...faults(locked, narrow, absent) },
    },
    post: {
      ...{ summary: "One more, without what a camera wrote into it", ...needsToken },
      parameters: [{ name: "alt", in: "query", schema: { type: "string", maxLength: 1_000 } }],
      requestBody: { required: true, content: anyPicture },
      responses: { 201: says("It is kept.", "Picture"), ...faults(locked, narrow, absent, tooMuch, unread) },
    },
  },
  "/entries/{id}/pictures/{sha256}": {
    parameters: [id, { ...id, name: "sha256", schema: { type: "string" } }],
    get: {
      ...{ summary: "A picture", ...needsToken },
      responses: { 200: { description: "Its bytes.", content: anyPicture }, ...faults(locked, narrow, absent) },
    },
  },
  "/entries/{id}/series": {
    parameters: [id],
    get: {
      ...{ summary: "The measurements of an entry", ...needsToken },
      responses: { 200: says("All of them.", "SeriesList"), ...faults(locked, narrow, absent) },
    },
    post: {
      ...{ summary: "More, from a table of a monitoring tool", ...needsToken },
      requestBody: { required: true, content: json("NewSeries") },
      responses: {
        201: says("They are kept.", "SeriesTaken"),
        ...faults(wrong, locked, narrow, absent, tooMuch, unread),
      },
    },
  },
  "/entries/{id}/series/{series}": {
    parameters: [id, { ...id, name: "series" }],
    get: {
      ...{ summary: "One of them with its samples; as CSV when asked to accept `text/csv`", ...needsToken },
      responses: { 200: says("All samples.", "Series"), ...faults(locked, narrow, absent) },
    },
  },
};

const forAnybody = {
  "/published": {
    get: {
      ...{ summary: "What is published", ...anybody, parameters: asked(publishedListInput) },
      responses: { 200: says("Some of it.", "PublishedList"), ...faults(wrong) },
    },
  },
  "/published/{slug}": {
    parameters: [slug],
    get: {
      ...{ summary: "A published entry in its newest version", ...anybody },
      responses: { 200: says("All of it.", "Published"), ...faults(absent, [410, "It was withdrawn."]) },
    },
  },
};

const components = {
  securitySchemes: { token: { type: "http", scheme: "bearer" } },
  schemas: {
    ...Object.fromEntries(
      Object.entries(schemas).map(([name, one]) => [name, shape(one, /^New|Patch$/.test(name) ? "input" : "output")]),
    ),
    ...Object.fromEntries(Object.entries(open).map(([name, one]) => [name, shape(one)])),
  },
};

const info = {
  title: "Library",
  version: "1",
  description: "Recipes and post-mortems of one space, and what is published.",
};

/** The description of the API (OpenAPI 3.1), made from the very schemas that its input and its answers are held to. */
export const openApi = (base: string) => ({
  openapi: "3.1.0",
  info,
  servers: [{ url: base }],
  paths: { ...inSpace, ...besideEntry, ...forAnybody },
  components,
});
