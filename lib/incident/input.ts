import { z } from "zod";
import { link, words } from "@/lib/document/input";
import { actionItem, factor, postmortemDocument, timelineEvent } from "@/lib/postmortem/input";

/** Which entry, and the revision its writer began from. */
const saving = { id: z.uuid(), base: z.coerce.number().int().min(1) };

/** Rows of a form; one whose first words are empty is none. */
const rows = <T extends z.ZodType<{ text: string } | { name: string }>>(row: T, most: number) =>
  z
    .preprocess(
      (value) => (Array.isArray(value) ? value : Object.values((value ?? {}) as object)),
      z.array(row).max(most),
    )
    .transform((all) => all.filter((one) => ("text" in one ? one.text : one.name).trim() !== ""))
    .default([]);

/** Browsers end lines in their own way. */
const text = (most: number) =>
  words(most)
    .default("")
    .transform((typed) => typed.replaceAll(/\r\n?/g, "\n"));

/** A time as somebody types it. */
const typedTime = words(300).default("");
const tick = z.preprocess((value) => value === "on" || value === true, z.boolean()).default(false);
const key = z.union([z.literal(""), timelineEvent.shape.id]).default("");
const emptyDay = z.preprocess((value) => (value === "" ? null : value), z.iso.date().nullable()).default(null);
const lines = words(100_000).default("");
const clock = z.union([z.literal(""), z.string().regex(/^\d\d:\d\d$/)]).default("");
const shape = postmortemDocument.shape;

export const supportDays = ["none", "weekdays", "every-day"] as const;

export const timesInput = z.strictObject({
  ...saving,
  started: typedTime,
  detected: typedTime,
  acknowledged: typedTime,
  declared: typedTime,
  mitigated: typedTime,
  resolved: typedTime,
  "notified-public": typedTime,
  zone: words(60).default(""),
  severity: z.preprocess((value) => (value === "" || value == null ? null : Number(value)), shape.severity),
  severityLabel: words(60).default(""),
  detection: shape.detection,
  supportDays: z.enum(supportDays).default("none"),
  supportFrom: clock,
  supportTo: clock,
});

export const timelineInput = z.strictObject({
  ...saving,
  timeline: rows(
    z.strictObject({
      id: key,
      at: typedTime,
      until: typedTime,
      marker: timelineEvent.shape.marker,
      who: words(200).default(""),
      text: text(20_000),
      starred: tick,
      /** One a line. */
      link: z
        .string()
        .max(20_000)
        .default("")
        .transform((said) => [...new Set(said.split(/\s+/).filter(Boolean))])
        .pipe(z.array(link).max(20)),
    }),
    1_000,
  ),
  /** Those that the form showed: one of them that does not come back was taken out. */
  shown: words(100_000).default(""),
});

export const factorsInput = z.strictObject({
  ...saving,
  factors: rows(
    z.strictObject({ id: key, kind: factor.shape.kind, text: text(8_000), events: words(500).default("") }),
    200,
  ),
});

export const actionsInput = z.strictObject({
  ...saving,
  actions: rows(
    z.strictObject({
      id: key,
      text: text(4_000),
      type: actionItem.shape.type,
      owner: words(200).default(""),
      dueOn: emptyDay,
      status: actionItem.shape.status,
      verifiedBy: words(200).default(""),
      tracker: actionItem.shape.tracker,
    }),
    500,
  ),
});

export const lessonsInput = z.strictObject({
  ...saving,
  wentWell: lines,
  wentBadly: lines,
  gotLucky: lines,
  reasonable: text(20_000),
});

const number = z.preprocess((value) => Number(String(value ?? "").replace(",", ".") || "0"), z.number());

export const impactInput = z.strictObject({
  ...saving,
  impact: text(20_000),
  impactNumbers: rows(z.strictObject({ name: words(200).default(""), value: number, unit: words(40).default("") }), 50),
});

export const pasteInput = z.strictObject({
  ...saving,
  /** Nothing pasted: the text of the entry itself is read. */
  text: text(1_000_000),
  day: emptyDay,
  zone: words(60).default(""),
  /** What stood there is taken out. */
  replace: tick,
});
