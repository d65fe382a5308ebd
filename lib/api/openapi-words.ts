import { z } from "zod";

export const shape = (schema: z.ZodType, io: "input" | "output" = "output") => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
};
export const named = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const json = (name: string, type = "application/json") => ({ [type]: { schema: named(name) } });
export const etag = { ETag: { schema: { type: "string" } } };
export const says = (description: string, name: string, headers = {}) => ({
  description,
  content: json(name),
  headers,
});
export const fault = (description: string) => ({ description, content: json("Problem", "application/problem+json") });
export const faults = (...all: [number, string][]) =>
  Object.fromEntries(all.map(([status, why]) => [status, fault(why)]));
export const id = { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } };
export const slug = { name: "slug", in: "path", required: true, schema: { type: "string" } };
export const match = { name: "If-Match", in: "header", required: true, schema: { type: "string" } };
export const asked = (input: z.ZodObject) =>
  Object.entries(shape(input, "input").properties ?? {}).map(([name, schema]) => ({ name, in: "query", schema }));
export const needsToken = { security: [{ token: [] }] };
export const anybody = { security: [] };
export const locked: [number, string] = [401, "No token, or one that opens nothing (any more)."];
export const wrong: [number, string] = [400, "Something is missing or of the wrong kind."];
export const absent: [number, string] = [404, "Not here, or not yours: the same."];
export const narrow: [number, string] = [403, "The token may not do this."];

export const stale: [number, string][] = [
  [412, "It has changed since."],
  [428, "If-Match is missing."],
];
