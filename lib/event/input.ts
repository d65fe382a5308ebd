import { z } from "zod";
import { phases } from "@/lib/event/rules";

/** A checkbox that is absent when it is not ticked. */
export const ticked = z
  .union([z.boolean(), z.literal("on"), z.literal("true"), z.literal("false"), z.literal("")])
  .optional()
  .transform((value) => value === true || value === "on" || value === "true");

const day = z.iso.date();
const number = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const blank = (value: unknown) => value === "" || value === null || value === undefined;
const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (blank(value) ? null : value), schema.nullable());

const room = z.strictObject({
  id: orNull(z.uuid()),
  name: z.string().trim().max(60),
  capacity: orNull(number(1, 100_000)),
  stepFree: ticked,
  projector: ticked,
  quiet: ticked,
});

const slot = z.strictObject({
  id: orNull(z.uuid()),
  /** Local time in the event's zone, YYYY-MM-DDTHH:MM. */
  startsAt: z.union([z.literal(""), z.iso.datetime({ local: true, precision: -1 })]),
  minutes: orNull(number(5, 24 * 60)),
  title: z.string().trim().max(80).optional(),
});

/** Rows of a form arrive as an object keyed by number or as a list; empty ones are left out. */
const rows = <T extends z.ZodType>(row: T, filled: (row: z.output<T>) => boolean) =>
  z
    .preprocess(
      (value) => (Array.isArray(value) ? value : Object.values((value ?? {}) as object)),
      z.array(row).max(200),
    )
    .transform((list) => list.filter(filled));

const zone = z.string().refine(isZone, "bad-zone");
const link = z.url({ protocol: /^https?$/ }).max(500);

const fields = {
  name: z.string().trim().min(3).max(120),
  place: z.string().trim().max(200).default(""),
  zone,
  startsOn: day,
  endsOn: day,
  language: z.enum(["en", "fr", "nl", "de", "es"]).default("en"),
  conductUrl: orNull(link),
  visibility: z.enum(["public", "unlisted", "private"]).default("public"),
  dotsPerMember: number(1, 100).default(5),
  dotsPerTopic: number(1, 100).default(3),
  mayDotOwnTopic: ticked,
  tallies: z.enum(["hidden", "shown"]).default("hidden"),
  voters: z.enum(["joined", "confirmed", "ticket"]).default("joined"),
  /** Says something only of a private event: others may always be kept. */
  keptOnPhones: ticked,
  /** Says something only of an event of an org. */
  openToOrg: ticked,
  rooms: rows(room, (row) => row.name !== ""),
  slots: rows(slot, (row) => row.startsAt !== ""),
};

/** The address, chosen once. */
export const slugInput = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const coherent = <
  T extends z.ZodType<{ startsOn: string; endsOn: string; dotsPerMember: number; dotsPerTopic: number }>,
>(
  form: T,
) =>
  form
    .refine((typed) => typed.endsOn >= typed.startsOn, { path: ["endsOn"], message: "ends-before-start" })
    .refine((typed) => typed.dotsPerTopic <= typed.dotsPerMember, { path: ["dotsPerTopic"], message: "over-budget" });

export const editEventInput = coherent(z.strictObject(fields));
/** How the maker is called there. */
const hostName = z.string().trim().min(1).max(60);

export const createEventInput = coherent(z.strictObject({ ...fields, slug: slugInput, hostName }));
/** An event of an org has a random address. */
export const createOrgEventInput = coherent(z.strictObject({ ...fields, hostName }));
export type EventForm = z.output<typeof editEventInput>;

export const openPhaseInput = z.strictObject({
  phase: z.enum(phases),
  /** How long it is announced to last; it does not end by itself. */
  minutes: orNull(number(1, 600)),
});

export const ticketsInput = z.strictObject({
  /** One code a line. */
  codes: z.string().max(400_000),
});

export const ticketInput = z.strictObject({ code: z.string().trim().min(3).max(100) });

function isZone(zone: string) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return /^[A-Z]\w+\//.test(zone) || zone === "UTC";
  } catch {
    return false;
  }
}
