import { z } from "zod";

/** A name by which things are found: lower case, words joined by hyphens; `c++` and `c#` are names too. */
export const tag = z
  .string()
  .trim()
  .toLowerCase()
  .max(60)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}.+#_/-]*$/u, "bad-tag");

export const words = (most: number) => z.string().max(most);
export const link = z.url({ protocol: /^https?$/ }).max(2_000);

/** Where an imported document came from. */
export const provenance = z.strictObject({
  url: words(2_000).default(""),
  commit: words(64).default(""),
  path: words(1_000).default(""),
  /** Of the file as it came, hex. */
  sha256: words(64).default(""),
});

/** How an imported document was written down: what its front matter said, as it stood, and in which dialect. */
export const original = z.strictObject({ frontMatter: words(100_000), dialect: words(40) });

/** What recipes and post-mortems have in common. */
export const commonFields = {
  title: z.string().trim().min(1).max(300),
  summary: words(4_000).default(""),
  /** BCP 47, of the prose. */
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .default("en"),
  tags: z.array(tag).max(50).default([]),
  /** Technologies, as `postgresql` or `c++`. */
  tech: z.array(tag).max(50).default([]),
  /** Services or systems it is about, in their own spelling. */
  services: z.array(words(200)).max(100).default([]),
  /** SPDX identifier; required to publish. */
  licence: words(100).default(""),
  /** Who is to be named as its author when it is published. */
  credit: words(500).default(""),
  /** Markdown. Of an imported one, all that came after the front matter, byte for byte. */
  body: words(1_000_000).default(""),
  provenance: provenance.nullable().default(null),
  original: original.nullable().default(null),
};
