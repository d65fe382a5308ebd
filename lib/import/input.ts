import { z } from "zod";
import { entryDocument } from "@/lib/entry/input";
import { mostPictureBytes } from "@/lib/entry/rules";
import { mostSeries } from "@/lib/series/input";

/** What an import takes in one go; more come one after the other. */
export const mostAtOnce = 40;
/** Of one folder, zip or repository. */
export const mostFiles = 500;

export const takeDocumentsInput = z.strictObject({
  documents: z.array(entryDocument).max(mostAtOnce),
  message: z.string().max(300).default(""),
});

const measured = z.strictObject({
  ...{ name: z.string(), unit: z.string(), sourceName: z.string(), isQuiet: z.boolean() },
  ...{ at: z.array(z.number()).readonly(), vals: z.array(z.number()).readonly() },
});
const cleaned = z.strictObject({
  mime: z.enum(["image/jpeg", "image/png", "image/webp"]),
  bytes: z.instanceof(Uint8Array<ArrayBuffer>).refine((bytes) => bytes.length <= mostPictureBytes, "too-big"),
  alt: z.string().max(1_000),
});
/** What came beside a file: pictures that were cleaned, and series. */
export const takeBesideInput = z.strictObject({
  ...{ id: z.uuid(), pictures: z.array(cleaned).max(200), series: z.array(measured).max(mostSeries.ofEntry) },
});

/** An address of a repository, as people copy it from its page. */
export const repositoryUrl = z
  .string()
  .trim()
  .max(500)
  .transform((text) => text.replace(/\/(tree|src|-)\/.*$|\/+$/, ""))
  .pipe(z.url({ protocol: /^https?$/ }))
  .refine((text) => !new URL(text).username && !new URL(text).password, "no-secrets-here");

export const askForRepositoryInput = z.strictObject({
  url: repositoryUrl,
  /** Only what is below it. */
  folder: z
    .string()
    .trim()
    .max(300)
    .transform((text) => text.replace(/^\/+|\/+$/g, ""))
    .refine((text) => !text.split("/").includes("..") && !text.includes("\\"), "bad-path")
    .default(""),
});

export const importState = z.strictObject({
  id: z.uuid(),
  state: z.enum(["done", "failed"]),
  commit: z.string().max(64).default(""),
  report: z.record(z.string().max(40), z.unknown()),
});
