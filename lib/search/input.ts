import { z } from "zod";

/** By what a search is narrowed down, in the order in which it is offered. */
export const facetGroups = [
  "kind",
  "status",
  "recipe",
  "risk",
  "severity",
  "detection",
  "factor",
  "tech",
  "tag",
  "env",
  "event",
  "licence",
  "lang",
  "year",
] as const;
export type FacetGroup = (typeof facetGroups)[number];

/** `tag:nginx`. What no group begins is nothing to narrow down by. */
const facet = z
  .string()
  .max(130)
  .regex(new RegExp(`^(${facetGroups.join("|")}):[^\\p{Cc}]+$`, "u"));

const cursor = z.string().regex(/^-?\d{1,18}~[0-9a-f-]{36}$/);

// PostgreSQL knows no text with a NUL in it
const typed = z.string().transform((text) => text.replaceAll("\0", " ").trim().slice(0, 200));

/** What somebody looks for: words, by what they narrow it down, and after which place of the list. */
export const searchInput = z.strictObject({
  q: typed.default(""),
  facets: z.array(facet).max(10).default([]),
  /** Score and id of the last one seen. */
  after: cursor.nullable().default(null),
  /** Of who looks: whose small words say nothing. */
  lang: z.string().max(20).default("en"),
});
export type Search = z.output<typeof searchInput>;

export const suggestInput = z.strictObject({ q: typed });

/** A search that is kept, under a name. */
export const keepSearchInput = z.strictObject({
  name: z.string().trim().min(1).max(100),
  q: z.string().trim().max(200).default(""),
  facets: z
    .string()
    .max(1_400)
    .transform((list) => list.split("\n").filter(Boolean))
    .pipe(z.array(facet).max(10))
    .default([]),
});

export const forgetSearchInput = z.strictObject({ id: z.uuid() });
export const newOfKeptInput = z.strictObject({ id: z.uuid() });
export const similarInput = z.strictObject({ id: z.uuid() });
