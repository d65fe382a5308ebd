import { z } from "zod";
import { commonFields, link, words } from "@/lib/document/input";

/** A time as somebody wrote it down: an instant, how exact it is, on which side the truth lies, and the text itself. */
export const fuzzyTime = z.strictObject({
  /** RFC 3339 with offset, or null when the text gives no instant. */
  at: z.iso.datetime({ offset: true }).nullable(),
  precision: z.enum(["second", "minute", "hour", "day", "month", "unknown"]),
  bound: z.enum(["exact", "not-before", "not-after", "about"]).default("exact"),
  text: words(300).default(""),
});
export type FuzzyTime = z.output<typeof fuzzyTime>;

/** Times of an incident, in the order in which they should come. */
export const moments = [
  "started",
  "detected",
  "acknowledged",
  "declared",
  "mitigated",
  "resolved",
  "notified-public",
] as const;
export type Moment = (typeof moments)[number];

/** Hours in which somebody is there, by which durations are counted too. */
export const supportHours = z.strictObject({
  /** ISO days, 1 is Monday. */
  days: z.array(z.int().min(1).max(7)).max(7),
  from: z.string().regex(/^\d\d:\d\d$/),
  to: z.string().regex(/^\d\d:\d\d$/),
});

const key = z.string().regex(/^[a-z0-9-]{1,40}$/);

export const evidence = z.strictObject({
  kind: z.enum(["link", "quote", "attachment", "series"]),
  /** An address, or the sha256 of what is kept beside the document. */
  ref: words(2_000).default(""),
  text: words(20_000).default(""),
});

export const timelineEvent = z.strictObject({
  id: key,
  at: fuzzyTime,
  until: fuzzyTime.nullable().default(null),
  marker: z.enum(["detection", "diagnosis", "repair", "comms", "key", "other"]).default("other"),
  who: words(200).default(""),
  /** Markdown. */
  text: words(20_000),
  /** Comes along when only the essential is exported. */
  starred: z.boolean().default(false),
  evidence: z.array(evidence).max(20).default([]),
});

export const factor = z.strictObject({
  id: key,
  kind: z.enum(["trigger", "latent", "detection", "response", "mitigator", "risk"]),
  text: words(8_000),
  /** Ids of timeline events that show it. */
  events: z.array(key).max(50).default([]),
  evidence: z.array(evidence).max(20).default([]),
});

export const actionItem = z.strictObject({
  id: key,
  text: words(4_000),
  type: z.enum(["mitigate", "prevent", "detect", "process", "investigate"]).default("prevent"),
  owner: words(200).default(""),
  dueOn: z.iso.date().nullable().default(null),
  status: z.enum(["open", "doing", "done", "dropped"]).default("open"),
  doneOn: z.iso.date().nullable().default(null),
  verifiedBy: words(200).default(""),
  tracker: z.union([z.literal(""), link]).default(""),
});

const list = z.array(words(4_000)).max(200).default([]);

export const postmortemDocument = z.strictObject({
  kind: z.literal("postmortem"),
  ...commonFields,
  /** 1 is the worst. */
  severity: z.int().min(1).max(4).nullable().default(null),
  severityLabel: words(60).default(""),
  detection: z.enum(["alert", "human", "customer", "audit", "chance", "unknown"]).default("unknown"),
  /** IANA name of the zone in which its times were written, if it says. */
  zone: words(60).nullable().default(null),
  supportHours: supportHours.nullable().default(null),
  times: z.partialRecord(z.enum(moments), fuzzyTime).default({}),
  timeline: z.array(timelineEvent).max(2_000).default([]),
  factors: z.array(factor).max(200).default([]),
  wentWell: list,
  wentBadly: list,
  gotLucky: list,
  /** What made it reasonable at the time. */
  reasonable: words(20_000).default(""),
  impact: words(20_000).default(""),
  impactNumbers: z
    .array(z.strictObject({ name: words(200), value: z.number(), unit: words(40).default("") }))
    .max(50)
    .default([]),
  actions: z.array(actionItem).max(500).default([]),
});
export type PostmortemDocument = z.output<typeof postmortemDocument>;
