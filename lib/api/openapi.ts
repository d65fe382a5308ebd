import { z } from "zod";
import {
  createInput,
  entryAnswer,
  listAnswer,
  listInput,
  patchInput,
  problem,
  publishedAnswer,
  publishedListAnswer,
  publishedListInput,
} from "@/lib/api/input";

const schemas = { Entry: entryAnswer, EntryList: listAnswer, NewEntry: createInput, EntryPatch: patchInput };
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
      ...{ summary: "Change what nobody else has changed since", ...needsToken, parameters: [match] },
      requestBody: {
        required: true,
        content: { ...json("EntryPatch"), ...json("EntryPatch", "application/merge-patch+json") },
      },
      responses: {
        200: says("As it is now.", "Entry", etag),
        ...faults(wrong, locked, narrow, absent, [412, "It has changed since."], [428, "If-Match is missing."]),
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
  paths: { ...inSpace, ...forAnybody },
  components,
});
