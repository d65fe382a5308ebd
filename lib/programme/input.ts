import { z } from "zod";

export const entryKinds = ["talk", "ignite", "workshop", "break", "open_space", "other"] as const;
export type EntryKind = (typeof entryKinds)[number];

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const key = z.string().min(1).max(600);

const importedEntry = z.strictObject({
  /** Stays the same when the entry moves or changes. */
  key,
  kind: z.enum(entryKinds),
  slug: z.string().nullable(),
  title: z.string().min(1),
  abstract: z.string(),
  comments: z.string(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  day,
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  /** Slugs, in order. */
  speakers: z.array(z.string()),
});

const importedSlot = z.strictObject({ key, title: z.string(), startsAt: instant, endsAt: instant });

const importedSpeaker = z.strictObject({
  slug: z.string().min(1),
  name: z.string().min(1),
  bio: z.string(),
  pronouns: z.string().nullable(),
  website: z.string().nullable(),
});

/** A whole programme as an outside format tells it; what it no longer tells is taken away. */
export const importProgrammeInput = z.strictObject({
  /** Names the format, so that two of them never take each other's entries away. */
  source: z.string().regex(/^[a-z-]+$/),
  event: z.strictObject({ name: z.string().min(1), place: z.string(), zone: z.string(), startsOn: day, endsOn: day }),
  entries: z.array(importedEntry),
  slots: z.array(importedSlot),
  speakers: z.array(importedSpeaker),
  rooms: z.array(z.strictObject({ name: z.string().min(1).max(80), capacity: z.int().positive().nullable() })),
});
export type ImportedProgramme = z.output<typeof importProgrammeInput>;

export const starTalkInput = z.strictObject({
  entryId: z.uuid(),
  starred: z.enum(["true", "false"]).transform((said) => said === "true"),
});

export const viewTalkInput = z.strictObject({ entryId: z.uuid() });
