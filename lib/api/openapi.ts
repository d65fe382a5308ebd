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
import { besideEntry } from "@/lib/api/openapi-beside";
import {
  absent,
  anybody,
  asked,
  etag,
  faults,
  id,
  json,
  locked,
  match,
  narrow,
  needsToken,
  says,
  shape,
  slug,
  stale,
  wrong,
} from "@/lib/api/openapi-words";

const schemas = {
  ...{ Entry: entryAnswer, EntryList: listAnswer, NewEntry: createInput, EntryPatch: patchInput },
  ...{ PictureList: pictureListAnswer, Picture: pictureAnswer, SeriesList: seriesListAnswer, Series: seriesAnswer },
  ...{ NewSeries: newSeriesInput, SeriesTaken: newSeriesAnswer },
};
const open = { Published: publishedAnswer, PublishedList: publishedListAnswer, Problem: problem };

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
