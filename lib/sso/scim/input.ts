import { z } from "zod";

/** Directories write "True" as often as true. */
const yesOrNo = z.union([
  z.boolean(),
  z
    .string()
    .regex(/^(true|false)$/i)
    .transform((text) => text.toLowerCase() === "true"),
]);
const word = z.string().trim().max(254);
const name = z.object({ formatted: word.optional(), givenName: word.optional(), familyName: word.optional() });

/** A person as a directory describes one (RFC 7643 §4.1): what we keep no account of is passed over. */
export const scimUserInput = z.object({
  userName: word.min(1),
  externalId: word.nullish(),
  displayName: word.nullish(),
  name: name.nullish(),
  active: yesOrNo.optional(),
});
export type ScimUserInput = z.output<typeof scimUserInput>;

const operation = z.object({
  op: z
    .string()
    .toLowerCase()
    .pipe(z.enum(["add", "replace", "remove"])),
  path: z.string().max(300).optional(),
  value: z.unknown(),
});

/** RFC 7644 §3.5.2. */
export const scimPatchInput = z.object({ Operations: z.array(operation).min(1).max(100) });

const patched = scimUserInput.partial();
export type Wanted = z.output<typeof patched>;

/** What a patch comes to, whichever way the directory says it; undefined when it makes no sense. */
export function wantedBy({ Operations }: z.output<typeof scimPatchInput>) {
  const wanted: Record<string, unknown> = {};
  for (const { op, path, value } of Operations) {
    if (op === "remove") continue;
    if (path !== undefined) wanted[path] = value;
    else if (typeof value === "object" && value !== null) Object.assign(wanted, value);
  }
  const given = { ...wanted, ...(wanted["name.formatted"] !== undefined && { displayName: wanted["name.formatted"] }) };
  const parsed = patched.safeParse(given);
  return parsed.success ? parsed.data : undefined;
}

const equality = /^\s*(userName|externalId|id)\s+eq\s+"((?:[^"\\]|\\.)*)"\s*$/i;

/** The one comparison that directories find their people by; null for a filter that is none. */
export function filterOf(text: string | null) {
  if (text === null) return undefined;
  const [, attribute, value] = equality.exec(text) ?? [];
  if (attribute === undefined || value === undefined) return null;
  return {
    attribute: attribute.toLowerCase() as "username" | "externalid" | "id",
    value: value.replace(/\\(.)/g, "$1"),
  };
}
export type ScimFilter = NonNullable<ReturnType<typeof filterOf>>;
