import { z } from "zod";
import { words } from "@/lib/document/input";

/** What can be found in a document that tells who, where, for whom or how much; the first that fits names a thing. */
export const entityKinds = [
  "secret",
  "mail",
  "url",
  "address",
  "host",
  "resource",
  "handle",
  "person",
  "customer",
  "ticket",
  "money",
  "phone",
  "word",
] as const;
export type EntityKind = (typeof entityKinds)[number];

export const deeds = ["keep", "mask", "generalise", "drop"] as const;
export type Deed = (typeof deeds)[number];

export const decision = z.strictObject({
  kind: z.enum(entityKinds),
  term: z.string().min(1).max(5_000),
  deed: z.enum(deeds),
  /** Said instead, when it is generalised; empty: what its kind is called. */
  instead: words(200).default(""),
});
export type Decision = z.output<typeof decision>;

/** What somebody decided of an entry that is to be public. */
export const plan = z.strictObject({
  decisions: z.array(decision).max(2_000).default([]),
  /** Times count from the beginning of the incident. */
  relative: z.boolean().default(false),
  /** Its series go out with it. */
  series: z.boolean().default(false),
  /** What the proof-read found and somebody looked at. */
  accepted: z.array(z.string().max(6_000)).max(2_000).default([]),
});
export type Plan = z.output<typeof plan>;
export const noPlan: Plan = { decisions: [], relative: false, series: false, accepted: [] };

/** One line of the studio's form. */
const line = z.strictObject({
  kind: z.enum(entityKinds),
  term: z.string().min(1).max(5_000),
  deed: z.enum(deeds),
  instead: z.string().trim().max(200).default(""),
});

/** Rows of a form come by their numbers. */
const rows = <T extends z.ZodType>(row: T) =>
  z.preprocess(
    (said) => (typeof said === "object" && said !== null && !Array.isArray(said) ? Object.values(said) : said),
    z.array(row).max(2_000).default([]),
  );

const ticked = z.preprocess((said) => said === "on" || said === true, z.boolean());

export const decideInput = z.strictObject({
  entryId: z.uuid(),
  lines: rows(line),
  /** More words to hide, one a line. */
  more: z.string().max(20_000).default(""),
  relative: ticked,
  series: ticked.optional(),
});

/** A picture that is not to go out with the copy. */
export const dropPictureInput = z.strictObject({ entryId: z.uuid(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** What the proof-read found and is fine, or is to be masked as well. */
export const lookAtInput = z.strictObject({
  entryId: z.uuid(),
  found: rows(z.strictObject({ key: z.string().max(6_000), deed: z.enum(["fine", "mask", "later"]) })),
});
